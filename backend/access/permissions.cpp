#include "access/permissions.hpp"

#include "base/result.hpp"

namespace cs::access {
namespace {

using enum Operation;
using enum Role;

// Everybody who works with assessments. The administrator runs the machine and neither reads nor changes them.
constexpr Set<Role> assessing = {unit_clerk,          unit_head,          department_verifier, district_reviewer,
                                 province_coordinator, agriculture_officer, commendation_officer, council_secretary,
                                 council_member,      decider,            inspector,           publisher,
                                 auditor};
// Those who bring papers: a unit its evidence, whoever checks it the minutes of the check.
constexpr Set<Role> uploading = {unit_clerk,           unit_head,           department_verifier, district_reviewer,
                                 province_coordinator, agriculture_officer, commendation_officer};
// Those who write half-year and year-end reports, each for units of his level.
constexpr Set<Role> reporting = {unit_clerk, unit_head, district_reviewer, province_coordinator, commendation_officer};
// Those who may act for the unit that holds the scoring: of a district, of the province, of the head of a cluster.
constexpr Set<Role> holding = {unit_head, district_reviewer, province_coordinator};
// Those who score at some stage of a March, and those who keep a round or its ranking for the holder.
constexpr Set<Role> scoring = {unit_clerk,        unit_head,           department_verifier, district_reviewer, province_coordinator,
                               council_secretary, commendation_officer};
constexpr Set<Role> keeping = {district_reviewer, province_coordinator, council_secretary, commendation_officer};
constexpr Set<Role> none = {};
constexpr auto anyone = Audience::anyone;
constexpr auto signed_in = Audience::signed_in;
constexpr auto roles = Audience::roles;

// clang-format off
constexpr auto table = std::to_array<Permission>({
//  operation               audience    roles                                                                 by unit  under
  { sign_in,                anyone,     none,                                                                 false,   "cs.own_account" },
  { show_session,           signed_in,  none,                                                                 false,   "cs.own_account" },
  { sign_out,               signed_in,  none,                                                                 false,   "cs.own_account" },
  { list_my_sessions,       signed_in,  none,                                                                 false,   "cs.own_account" },
  { end_my_session,         signed_in,  none,                                                                 false,   "cs.own_account" },
  { change_my_password,     signed_in,  none,                                                                 false,   "cs.own_account" },
  { enrol_second_factor,    signed_in,  none,                                                                 false,   "cs.own_account" },
  { confirm_second_factor,  signed_in,  none,                                                                 false,   "cs.own_account" },
  { drop_second_factor,     signed_in,  none,                                                                 false,   "cs.own_account" },
  { show_config,            anyone,     none,                                                                 false,   "cs.own_account" },

  { list_people,            roles,      {administrator, auditor, province_coordinator},                       false,   "cs.people_by_need" },
  { show_person,            roles,      {administrator, auditor, province_coordinator},                       false,   "cs.people_by_need" },
  { add_person,             roles,      {administrator},                                                      false,   "cs.people_by_need" },
  { close_person,           roles,      {administrator},                                                      false,   "cs.people_by_need" },
  { reset_password,         roles,      {administrator},                                                      false,   "cs.people_by_need" },
  { reset_second_factor,    roles,      {administrator},                                                      false,   "cs.people_by_need" },
  { list_grants,            roles,      {administrator, auditor, province_coordinator},                       false,   "cs.two_people_grant" },
  { propose_grant,          roles,      {administrator},                                                      true,    "cs.two_people_grant" },
  { decide_grant,           roles,      {administrator, province_coordinator},                                true,    "cs.two_people_grant" },
  { end_grant,              roles,      {administrator, province_coordinator},                                true,    "cs.two_people_grant" },
  { erase_person,           roles,      {administrator},                                                      false,   "cs.erasure" },

  { list_my_delegations,    signed_in,  none,                                                                 false,   "cs.own_account" },
  { delegate_role,          roles,      assessing,                                                            false,   "cs.cover_by_delegation" },
  { end_delegation,         roles,      assessing,                                                            false,   "cs.cover_by_delegation" },

  { list_units,             signed_in,  none,                                                                 false,   "cs.public_facts" },
  { show_unit,              signed_in,  none,                                                                 false,   "cs.public_facts" },
  { list_unit_children,     signed_in,  none,                                                                 false,   "cs.public_facts" },
  { count_units,            signed_in,  none,                                                                 false,   "cs.public_facts" },
  { export_units,           signed_in,  none,                                                                 false,   "cs.public_facts" },
  { list_reorganisations,   signed_in,  none,                                                                 false,   "cs.public_facts" },
  { show_reorganisation,    signed_in,  none,                                                                 false,   "cs.public_facts" },
  { apply_reorganisation,   roles,      {administrator, province_coordinator, commendation_officer},          false,   "cs.units_by_paper" },
  { counter_reorganisation, roles,      {administrator, province_coordinator, commendation_officer},          false,   "cs.units_by_paper" },
  { import_units,           roles,      {administrator, province_coordinator},                                false,   "cs.units_by_paper" },
  { list_boundaries,        signed_in,  none,                                                                 false,   "cs.public_facts" },
  { list_clusters,          signed_in,  none,                                                                 false,   "cs.public_facts" },
  { add_cluster,            roles,      {province_coordinator, commendation_officer},                         false,   "cs.clusters_by_paper" },
  { save_cluster,           roles,      {province_coordinator, commendation_officer},                         false,   "cs.clusters_by_paper" },

  { list_criteria_sets,     signed_in,  none,                                                                 false,   "cs.public_facts" },
  { show_criteria_set,      signed_in,  none,                                                                 false,   "cs.public_facts" },
  { diff_criteria_set,      signed_in,  none,                                                                 false,   "cs.public_facts" },
  { load_criteria_set,      roles,      {province_coordinator, agriculture_officer},                          false,   "cs.law_by_paper" },
  { list_confirmations,     roles,      assessing,                                                            false,   "cs.no_assessment_for_administrators" },
  { confirm_threshold,      roles,      {province_coordinator, agriculture_officer, department_verifier},     false,   "cs.law_by_paper" },
  { confirm_by_paper,       roles,      {province_coordinator, agriculture_officer, department_verifier},     false,   "cs.law_by_paper" },
  { try_evaluation,         roles,      assessing,                                                            false,   "cs.no_assessment_for_administrators" },

  { list_rounds,            roles,      assessing,                                                            false,   "cs.no_assessment_for_administrators" },
  { show_round,             roles,      assessing,                                                            false,   "cs.no_assessment_for_administrators" },
  { open_round,             roles,      {province_coordinator},                                               true,    "cs.review_by_round" },
  { extend_round,           roles,      {province_coordinator},                                               true,    "cs.extension_by_paper" },
  { list_charges,           roles,      assessing,                                                            false,   "cs.no_assessment_for_administrators" },
  { assign_charge,          roles,      {province_coordinator, district_reviewer},                            true,    "cs.charge_by_paper" },
  { show_sheet,             roles,      assessing,                                                            false,   "cs.sheet_by_need" },
  { list_unit_reviews,      roles,      assessing,                                                            false,   "cs.sheet_by_need" },
  { save_cells,             roles,      {unit_clerk, unit_head},                                              true,    "kh547.vi_7" },
  { submit_sheet,           roles,      {unit_clerk, unit_head},                                              true,    "kh547.vi_7" },
  { withdraw_sheet,         roles,      {unit_clerk, unit_head},                                              true,    "cs.review_by_round" },
  { resubmit_sheet,         roles,      {unit_clerk, unit_head},                                              true,    "kh547.vi_7" },
  { list_queue,             roles,      {district_reviewer, department_verifier, province_coordinator},       false,   "cs.check_by_charge" },
  { show_pile,              roles,      {district_reviewer, department_verifier, province_coordinator},       false,   "cs.check_by_charge" },
  { check_items,            roles,      {district_reviewer, department_verifier, province_coordinator},       false,   "cs.check_by_charge" },
  { confirm_many,           roles,      {district_reviewer, department_verifier},                             false,   "cs.check_by_charge" },
  { correct_value,          roles,      {province_coordinator},                                               true,    "qd18_2022.procedure" },
  { appraise_sheet,         roles,      {province_coordinator},                                               true,    "qd18_2022.procedure" },
  { reopen_sheet,           roles,      {province_coordinator},                                               true,    "cs.history_stays" },
  { show_receipt,           roles,      assessing,                                                            false,   "cs.receipts" },
  { list_my_duties,         signed_in,  none,                                                                 false,   "cs.own_account" },

  { print_sheet,            roles,      assessing,                                                            false,   "cs.sheet_by_need" },
  { print_minutes,          roles,      assessing,                                                            false,   "cs.sheet_by_need" },
  { list_field_visits,      roles,      assessing,                                                            false,   "cs.sheet_by_need" },
  { record_field_visit,     roles,      {district_reviewer, department_verifier, province_coordinator},       false,   "cs.check_by_charge" },
  { list_orphan_sheets,     roles,      {province_coordinator, auditor},                                      false,   "cs.sheet_follows_unit" },
  { hand_over_sheet,        roles,      {province_coordinator},                                               true,    "cs.sheet_follows_unit" },

  { read_value_file,        roles,      {province_coordinator},                                               true,    "cs.first_import" },
  { check_value_import,     roles,      {province_coordinator},                                               true,    "cs.first_import" },
  { annotate_value_file,    roles,      {province_coordinator},                                               true,    "cs.first_import" },
  { import_values,          roles,      {province_coordinator},                                               true,    "cs.first_import" },

  { download_workbook,      roles,      {unit_clerk, unit_head},                                              true,    "kh547.vi_7" },
  { check_workbook,         roles,      {unit_clerk, unit_head},                                              true,    "kh547.vi_7" },
  { annotate_workbook,      roles,      {unit_clerk, unit_head},                                              true,    "kh547.vi_7" },
  { load_workbook,          roles,      {unit_clerk, unit_head},                                              true,    "kh547.vi_7" },

  { export_round_sheets,    roles,      assessing,                                                            false,   "cs.sheet_by_need" },
  { export_round_values,    roles,      assessing,                                                            false,   "cs.sheet_by_need" },
  { export_dossiers,        roles,      assessing,                                                            false,   "cs.sheet_by_need" },

  { list_recognitions,      signed_in,  none,                                                                 false,   "cs.public_facts" },
  { enter_recognition,      roles,      {province_coordinator},                                               true,    "cs.standing_by_decision" },

  { describe_uploads,       signed_in,  none,                                                                 false,   "cs.public_facts" },
  { start_upload,           roles,      uploading,                                                            true,    "cs.no_state_secrets" },
  { resume_upload,          roles,      uploading,                                                            true,    "cs.no_state_secrets" },
  { continue_upload,        roles,      uploading,                                                            true,    "cs.no_state_secrets" },
  { drop_upload,            roles,      uploading,                                                            true,    "cs.no_state_secrets" },
  { finish_upload,          roles,      uploading,                                                            true,    "cs.no_state_secrets" },
  { bind_pages,             roles,      uploading,                                                            true,    "cs.no_state_secrets" },
  { list_evidence,          roles,      assessing,                                                            true,    "cs.evidence_by_need" },
  { show_evidence,          roles,      assessing,                                                            true,    "cs.evidence_by_need" },
  { open_evidence,          roles,      assessing,                                                            true,    "cs.evidence_by_need" },
  { list_citations,         roles,      assessing,                                                            true,    "cs.evidence_by_need" },
  { cite_evidence,          roles,      {unit_clerk, unit_head},                                              true,    "cs.evidence_once" },
  { uncite_evidence,        roles,      {unit_clerk, unit_head},                                              true,    "cs.evidence_once" },
  { replace_evidence,       roles,      {unit_clerk, unit_head},                                              true,    "cs.evidence_once" },
  { purge_evidence,         roles,      {unit_head, province_coordinator, commendation_officer},              true,    "cs.evidence_purge" },
  { list_targets,           signed_in,  none,                                                                 false,   "cs.public_facts" },
  { add_target,             roles,      {province_coordinator},                                               true,    "cs.targets_by_paper" },
  { correct_target,         roles,      {province_coordinator},                                               true,    "cs.targets_by_paper" },
  { save_target_figure,     roles,      {province_coordinator},                                               true,    "cs.targets_by_paper" },
  { list_readings,          signed_in,  none,                                                                 false,   "cs.public_facts" },
  { assign_denominator,     roles,      {province_coordinator},                                               true,    "cs.reading_by_paper" },
  { choose_reading,         roles,      {province_coordinator},                                               true,    "cs.reading_by_paper" },
  { show_board,             signed_in,  none,                                                                 false,   "cs.public_facts" },
  { show_board_series,      signed_in,  none,                                                                 false,   "cs.public_facts" },
  { list_board_units,       signed_in,  none,                                                                 false,   "cs.public_facts" },
  { export_board_units,     signed_in,  none,                                                                 false,   "cs.public_facts" },
  { list_standings,         signed_in,  none,                                                                 false,   "cs.public_facts" },
  { export_standings,       signed_in,  none,                                                                 false,   "cs.public_facts" },
  { show_standing,          signed_in,  none,                                                                 false,   "cs.public_facts" },
  { show_map,               signed_in,  none,                                                                 false,   "cs.public_facts" },
  { list_map_layers,        signed_in,  none,                                                                 false,   "cs.public_facts" },
  { add_map_layer,          roles,      {province_coordinator},                                               true,    "cs.layer_by_source" },

  { list_dossiers,           roles,      assessing,                                                                           false,   "cs.sheet_by_need" },
  { show_dossier,            roles,      assessing,                                                                           true,    "cs.sheet_by_need" },
  { open_dossier,            roles,      {unit_clerk, unit_head},                                                             true,    "qd18_2022.procedure" },
  { record_self_assessment,  roles,      {unit_clerk, unit_head},                                                             true,    "qd18_2022.procedure" },
  { record_posting,          roles,      {unit_clerk, unit_head},                                                             true,    "qd18_2022.procedure" },
  { record_commune_meeting,  roles,      {unit_clerk, unit_head},                                                             true,    "qd18_2022.procedure" },
  { submit_dossier,          roles,      {unit_clerk, unit_head},                                                             true,    "qd18_2022.procedure" },
  { record_district_check,   roles,      {district_reviewer},                                                                 true,    "qd18_2022.procedure" },
  { forward_dossier,         roles,      {district_reviewer},                                                                 true,    "qd18_2022.procedure" },
  { receive_dossier,         roles,      {province_coordinator},                                                              true,    "qd18_2022.procedure" },
  { record_appraisal_report, roles,      {province_coordinator},                                                              true,    "qd18_2022.procedure" },
  { decide_dossier,          roles,      {province_coordinator, decider},                                                     true,    "cs.standing_by_decision" },
  { announce_recognition,    roles,      {unit_clerk, unit_head, district_reviewer, province_coordinator},                    true,    "qd18_2022.procedure" },
  { send_dossier_back,       roles,      {district_reviewer, province_coordinator},                                           true,    "qd18_2022.procedure" },
  { complete_dossier,        roles,      {unit_clerk, unit_head},                                                             true,    "qd18_2022.procedure" },
  { turn_dossier_down,       roles,      {province_coordinator, decider},                                                     true,    "qd18_2022.procedure" },
  { withdraw_dossier,        roles,      {unit_clerk, unit_head},                                                             true,    "cs.dossier_is_the_units" },
  { confirm_debt,            roles,      {department_verifier},                                                               false,   "cs.confirmation_by_office" },
  { confirm_security,        roles,      {department_verifier},                                                               false,   "cs.confirmation_by_office" },
  { record_survey,           roles,      {unit_clerk, unit_head},                                                             false,   "cs.confirmation_by_office" },
  { give_opinion,            roles,      {department_verifier},                                                               false,   "cs.check_by_charge" },
  { hold_confirmation,       roles,      {unit_clerk, unit_head, department_verifier},                                        false,   "cs.confirmation_by_office" },
  { list_recognition_charges, roles,      assessing,                                                                           false,   "cs.sheet_by_need" },
  { add_recognition_charge,  roles,      {province_coordinator},                                                              true,    "cs.confirmation_by_office" },
  { end_recognition_charge,  roles,      {province_coordinator},                                                              true,    "cs.confirmation_by_office" },
  { list_satisfaction_marks, roles,      assessing,                                                                           false,   "cs.sheet_by_need" },
  { enter_satisfaction_mark, roles,      {province_coordinator},                                                              true,    "cs.law_by_paper" },
  { show_missing,            roles,      assessing,                                                                           true,    "cs.sheet_by_need" },
  { list_withdrawal_warnings, roles,      {province_coordinator, agriculture_officer, decider},                                true,    "cs.risk_is_internal" },
  { list_withdrawals,        roles,      {unit_clerk, unit_head, province_coordinator, agriculture_officer, council_secretary, decider}, false,   "cs.risk_is_internal" },
  { show_withdrawal,         roles,      {unit_clerk, unit_head, province_coordinator, agriculture_officer, council_secretary, decider}, true,    "cs.risk_is_internal" },
  { propose_withdrawal,      roles,      {province_coordinator},                                                              true,    "qd18_2022.withdrawal" },
  { explain_withdrawal,      roles,      {unit_clerk, unit_head},                                                             true,    "cs.heard_before_withdrawal" },
  { close_explanation,       roles,      {province_coordinator},                                                              true,    "cs.heard_before_withdrawal" },
  { decide_withdrawal,       roles,      {province_coordinator, decider},                                                     true,    "qd18_2022.withdrawal" },
  { drop_withdrawal,         roles,      {province_coordinator, decider},                                                     true,    "cs.heard_before_withdrawal" },

  { list_scoring_tables,        signed_in,  none,                                                                                    false,   "cs.public_facts" },
  { show_scoring_table,         signed_in,  none,                                                                                    false,   "cs.public_facts" },
  { compare_scoring_tables,     signed_in,  none,                                                                                    false,   "cs.public_facts" },
  { try_scoring_table,          roles,      assessing,                                                                               false,   "cs.no_assessment_for_administrators" },
  { load_scoring_table,         roles,      holding,                                                                                 true,    "cs.table_by_paper" },
  { list_scoring_holders,       roles,      assessing,                                                                               false,   "cs.no_assessment_for_administrators" },
  { name_scoring_holder,        roles,      {province_coordinator},                                                                  true,    "cs.holder_by_paper" },
  { list_agreements,            roles,      assessing,                                                                               false,   "cs.no_assessment_for_administrators" },
  { show_agreement,             roles,      assessing,                                                                               false,   "cs.no_assessment_for_administrators" },
  { open_agreement,             roles,      holding,                                                                                 true,    "kh547.vi_5_2a" },
  { amend_agreement,            roles,      holding,                                                                                 true,    "kh547.vi_5_2a" },
  { move_agreement,             roles,      holding,                                                                                 true,    "kh547.vi_5_2a" },
  { change_agreement_members,   roles,      holding,                                                                                 true,    "kh547.vi_5_2a" },
  { bind_scoring_table,         roles,      holding,                                                                                 true,    "cs.table_by_paper" },
  { register_targets,           roles,      {unit_clerk, unit_head, district_reviewer, province_coordinator},                        true,    "kh547.vi_5_2a" },
  { sign_agreement,             roles,      {unit_head},                                                                             true,    "kh547.vi_5_2a" },
  { record_agreement_signature, roles,      holding,                                                                                 true,    "kh547.vi_5_2a" },
  { print_agreement,            roles,      assessing,                                                                               false,   "cs.no_assessment_for_administrators" },
  { export_agreements,          roles,      assessing,                                                                               false,   "cs.no_assessment_for_administrators" },
  { export_agreement_targets,   roles,      assessing,                                                                               false,   "cs.no_assessment_for_administrators" },

  { list_councils,           roles,      assessing,                                                                           false,   "cs.appraisal_council" },
  { set_up_council,          roles,      {province_coordinator},                                                              true,    "cs.appraisal_council" },
  { seat_member,             roles,      {province_coordinator, council_secretary},                                           true,    "cs.appraisal_council" },
  { unseat_member,           roles,      {province_coordinator, council_secretary},                                           true,    "cs.appraisal_council" },
  { list_council_sessions,           roles,      {province_coordinator, agriculture_officer, council_secretary, council_member, decider}, false,   "cs.appraisal_council" },
  { show_council_session,          roles,      {province_coordinator, agriculture_officer, council_secretary, council_member, decider}, true,    "cs.appraisal_council" },
  { plan_council_session,            roles,      {council_secretary},                                                                 true,    "cs.appraisal_council" },
  { open_council_session,            roles,      {council_secretary},                                                                 true,    "cs.appraisal_council" },
  { record_votes,            roles,      {council_secretary},                                                                 true,    "cs.appraisal_council" },
  { close_council_session,           roles,      {council_secretary},                                                                 true,    "cs.appraisal_council" },
  { cancel_council_session,          roles,      {council_secretary},                                                                 true,    "cs.appraisal_council" },

  { list_periodic_reports,     roles,      assessing,                                                                                            false,   "kh547.vi_5_2b" },
  { show_periodic_report,      roles,      assessing,                                                                                            true,    "kh547.vi_5_2b" },
  { save_periodic_report,      roles,      reporting,                                                                                            true,    "kh547.vi_5_2b" },
  { send_periodic_report,      roles,      reporting,                                                                                            true,    "kh547.vi_5_2b" },
  { receive_periodic_report,   roles,      {district_reviewer, province_coordinator, commendation_officer},                                      true,    "kh547.vi_5_2b" },
  { return_periodic_report,    roles,      {district_reviewer, province_coordinator, commendation_officer},                                      true,    "kh547.vi_5_2b" },
  { print_periodic_report,     roles,      assessing,                                                                                            true,    "kh547.vi_5_2b" },
  { export_periodic_reports,   roles,      assessing,                                                                                            false,   "kh547.vi_5_2b" },

  { show_my_mail,              signed_in,  none,                                                                                                 false,   "cs.own_account" },
  { save_my_mail,              signed_in,  none,                                                                                                 false,   "cs.own_account" },
  { list_failed_letters,       roles,      {administrator},                                                                                      false,   "cs.letters" },
  { list_score_rounds,         roles,      assessing,                                                                           false,   "cs.sheet_by_need" },
  { show_score_round,          roles,      assessing,                                                                           false,   "cs.sheet_by_need" },
  { open_score_round,          roles,      {district_reviewer, commendation_officer, province_coordinator},                     true,    "kh547.vi_5_2c" },
  { extend_score_round,        roles,      {district_reviewer, commendation_officer, province_coordinator},                     true,    "cs.extension_by_paper" },
  { change_score_table,        roles,      {district_reviewer, commendation_officer, province_coordinator},                     true,    "kh547.vi_5_2c" },
  { list_cluster_heads,        roles,      assessing,                                                                           false,   "cs.clusters_by_paper" },
  { name_cluster_head,         roles,      {unit_clerk, unit_head, commendation_officer, province_coordinator},                 false,   "cs.clusters_by_paper" },
  { show_score_sheet,          roles,      assessing,                                                                           false,   "cs.sheet_by_need" },
  { show_score_board,          roles,      assessing,                                                                           false,   "cs.sheet_by_need" },
  { draw_score_sample,         roles,      assessing,                                                                           false,   "cs.sheet_by_need" },
  { print_score_minutes,       roles,      assessing,                                                                           false,   "cs.sheet_by_need" },
  { export_score_sheets,       roles,      {district_reviewer, council_secretary, commendation_officer, province_coordinator, auditor}, true,    "cs.sheet_by_need" },
  { save_scores,               roles,      scoring,                                                                             false,   "kh547.vi_5_2c" },
  { send_score,                roles,      {unit_clerk, unit_head},                                                             true,    "kh547.vi_5_2c" },
  { withdraw_score,            roles,      {unit_clerk, unit_head},                                                             true,    "kh547.vi_5_2c" },
  { confirm_scores,            roles,      scoring,                                                                             false,   "kh547.vi_5_2c" },
  { announce_scores,           roles,      keeping,                                                                             true,    "kh547.vi_5_2c" },
  { take_back_score,           roles,      keeping,                                                                             true,    "cs.history_stays" },
  { settle_scores,             roles,      keeping,                                                                             true,    "kh547.vi_5_2c" },
  { return_score_items,        roles,      scoring,                                                                             false,   "kh547.vi_5_2c" },
  { object_to_score,           roles,      {unit_clerk, unit_head},                                                             true,    "kh547.vi_5_2c" },
  { answer_score_objection,    roles,      keeping,                                                                             true,    "kh547.vi_5_2c" },
  { record_score_fact,         roles,      keeping,                                                                             true,    "kh547.vi_5_2c" },
  { cite_for_score,           roles,      {unit_clerk, unit_head},                                                             true,    "cs.evidence_once" },
  { uncite_for_score,         roles,      {unit_clerk, unit_head},                                                             true,    "cs.evidence_once" },
  { download_score_workbook,  roles,      scoring,                                                                              false,   "kh547.vi_5_2c" },
  { check_score_workbook,     roles,      scoring,                                                                              false,   "kh547.vi_5_2c" },
  { annotate_score_workbook,  roles,      scoring,                                                                              false,   "kh547.vi_5_2c" },
  { load_score_workbook,      roles,      scoring,                                                                              false,   "kh547.vi_5_2c" },
  { export_score_board,       roles,      assessing,                                                                           false,   "cs.sheet_by_need" },
  { export_score_round,       roles,      assessing,                                                                           false,   "cs.sheet_by_need" },

  { show_ranking,              roles,      assessing,                                                                           false,   "kh547.vi_5_2c" },
  { try_ranking,               roles,      keeping,                                                                             true,    "kh547.vi_5_2c" },
  { close_ranking,             roles,      keeping,                                                                             true,    "kh547.vi_5_2c" },
  { download_ranking_package,  roles,      keeping,                                                                             false,   "kh547.vi_5_2c" },
  { preview_publication,       roles,      {district_reviewer, council_secretary, commendation_officer, province_coordinator, publisher}, false,   "cs.two_people_publish" },
  { propose_publication,       roles,      keeping,                                                                             true,    "kh547.vi_5_2c" },
  { publish_ranking,           roles,      {district_reviewer, council_secretary, commendation_officer, province_coordinator, publisher}, true,    "cs.two_people_publish" },
  { turn_down_publication,     roles,      {district_reviewer, council_secretary, commendation_officer, province_coordinator, publisher}, true,    "cs.two_people_publish" },
  { reopen_ranking,            roles,      keeping,                                                                             true,    "cs.history_stays" },
  { export_ranking,            roles,      assessing,                                                                           false,   "kh547.vi_5_2c" },

  { list_parameters,        signed_in,  none,                                                                 false,   "cs.public_facts" },
  { list_clauses,           signed_in,  none,                                                                 false,   "cs.public_facts" },
  { show_history,           signed_in,  none,                                                                 false,   "cs.trace" },
});
// clang-format on

constexpr bool rows_stand_in_the_order_of_the_enum() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].operation != static_cast<Operation>(i)) return false;
    return table.size() == words<Operation>.size();
}
constexpr bool somebody_may_and_some_clause_says_so() {
    for (const Permission& p : table)
        if ((p.audience == roles) == p.roles.empty() || p.clause.empty()) return false;
    return true;
}
constexpr bool only_roles_are_held_in_a_unit() {
    for (const Permission& p : table)
        if (p.by_unit && p.audience != roles) return false;
    return true;
}
static_assert(rows_stand_in_the_order_of_the_enum());
static_assert(somebody_may_and_some_clause_says_so());
static_assert(only_roles_are_held_in_a_unit());

}    // namespace

std::span<const Permission> permissions() { return table; }
const Permission& permission(Operation operation) { return table.at(static_cast<std::size_t>(operation)); }
std::string_view word(Operation operation) { return word_of(operation); }

}    // namespace cs::access
