#pragma once
// One permission table: each operation of the program, who may, under which clause. Routes and commands name the
// operation; the matrix test walks every operation × every role. Add a row here when you add an operation, in the same
// place of the enum and of the table.
#include <span>
#include <string_view>

#include "access/actor.hpp"
#include "base/set.hpp"

namespace cs::access {

enum class Operation : unsigned char {
    // the caller himself
    sign_in, show_session, sign_out, list_my_sessions, end_my_session, change_my_password, enrol_second_factor,
    confirm_second_factor, drop_second_factor, show_config,
    // people and roles
    list_people, show_person, add_person, close_person, reset_password, reset_second_factor, list_grants, propose_grant,
    decide_grant, end_grant, erase_person,
    // cover for an absent officer or head
    list_my_delegations, delegate_role, end_delegation,
    // units
    list_units, show_unit, list_unit_children, count_units, export_units, list_reorganisations, show_reorganisation,
    apply_reorganisation, counter_reorganisation, import_units, list_boundaries, list_clusters, add_cluster, save_cluster,
    // criteria
    list_criteria_sets, show_criteria_set, diff_criteria_set, load_criteria_set, list_confirmations, confirm_threshold,
    confirm_by_paper, try_evaluation,
    // the yearly review
    list_rounds, show_round, open_round, extend_round, list_charges, assign_charge, show_sheet, list_unit_reviews, save_cells, submit_sheet,
    withdraw_sheet, resubmit_sheet, list_queue, show_pile, check_items, confirm_many, correct_value, appraise_sheet, reopen_sheet,
    show_receipt, list_my_duties,
    // printed forms, field teams, sheets of units that are no more
    print_sheet, print_minutes, list_field_visits, record_field_visit, list_orphan_sheets, hand_over_sheet,
    // the first-year import of a province's values
    read_value_file, check_value_import, annotate_value_file, import_values,
    // the unit's own workbook
    download_workbook, check_workbook, annotate_workbook, load_workbook,
    // lists of the review taken away
    export_round_sheets, export_round_values, export_dossiers,
    // standings
    list_recognitions, enter_recognition,
    // evidence
    describe_uploads, start_upload, resume_upload, continue_upload, drop_upload, finish_upload, bind_pages, list_evidence,
    show_evidence, open_evidence, list_citations, cite_evidence, uncite_evidence, replace_evidence, purge_evidence,
    // targets, the board and its map
    list_targets, add_target, correct_target, save_target_figure, list_readings, assign_denominator, choose_reading, show_board,
    show_board_series, list_board_units, export_board_units, list_standings, export_standings, show_standing, show_map, list_map_layers, add_map_layer,
    // recognition: dossiers, confirmations, withdrawal
    list_dossiers, show_dossier, open_dossier, record_self_assessment, record_posting, record_commune_meeting, submit_dossier,
    record_district_check, forward_dossier, receive_dossier, record_appraisal_report, decide_dossier, announce_recognition,
    send_dossier_back, complete_dossier, turn_dossier_down, withdraw_dossier, confirm_debt, confirm_security, record_survey,
    give_opinion, hold_confirmation, list_recognition_charges, add_recognition_charge, end_recognition_charge,
    list_satisfaction_marks, enter_satisfaction_mark, show_missing, list_withdrawal_warnings, list_withdrawals, show_withdrawal,
    propose_withdrawal, explain_withdrawal, close_explanation, decide_withdrawal, drop_withdrawal,
    // scoring tables, who holds the scoring, agreements and their targets
    list_scoring_tables, show_scoring_table, compare_scoring_tables, try_scoring_table, load_scoring_table, list_scoring_holders,
    name_scoring_holder, list_agreements, show_agreement, open_agreement, amend_agreement, move_agreement, change_agreement_members,
    bind_scoring_table, register_targets, sign_agreement, record_agreement_signature, print_agreement, export_agreements,
    export_agreement_targets,
    // the appraisal council
    list_councils, set_up_council, seat_member, unseat_member, list_council_sessions, show_council_session, plan_council_session,
    open_council_session,
    record_votes, close_council_session, cancel_council_session,
    // half-year and year-end reports
    list_periodic_reports, show_periodic_report, save_periodic_report, send_periodic_report, receive_periodic_report, return_periodic_report,
    print_periodic_report, export_periodic_reports,
    // letters of reminder
    show_my_mail, save_my_mail, list_failed_letters,
    // score sheets
    list_score_rounds, show_score_round, open_score_round, extend_score_round, change_score_table, list_cluster_heads,
    name_cluster_head, show_score_sheet, show_score_board, draw_score_sample, print_score_minutes, export_score_sheets, save_scores,
    send_score, withdraw_score, confirm_scores, announce_scores, take_back_score, settle_scores, return_score_items,
    object_to_score, answer_score_objection, record_score_fact, cite_for_score, uncite_for_score,
    // the score sheet as a workbook, and its lists
    download_score_workbook, check_score_workbook, annotate_score_workbook, load_score_workbook, export_score_board, export_score_round,
    // the ranking of a round of scores
    show_ranking, try_ranking, close_ranking, download_ranking_package, preview_publication, propose_publication, publish_ranking,
    turn_down_publication, reopen_ranking, export_ranking,
    // law and trace
    list_parameters, list_clauses, show_history,
};

enum class Audience : unsigned char { anyone, signed_in, roles };

struct Permission {
    Operation operation;
    Audience audience;
    Set<Role> roles;           // when audience is `roles`
    bool by_unit;              // the role counts only for units within its scope
    std::string_view clause;   // law/clauses.tsv
};

std::span<const Permission> permissions();    // exactly one row for each operation, in its order
const Permission& permission(Operation operation);
std::string_view word(Operation operation);      // "list_units": also the operationId of the API

}    // namespace cs::access
