#include "server/routes_http.hpp"

#include "access/access_http.hpp"
#include "assessment/assessment_http.hpp"
#include "assessment/evidence_http.hpp"
#include "assessment/orphans.hpp"
#include "council/council_http.hpp"
#include "criteria/criteria_http.hpp"
#include "movement/movement_http.hpp"
#include "org/org_http.hpp"
#include "ranking/ranking_http.hpp"
#include "report/periodic_commands.hpp"
#include "report/report_http.hpp"
#include "scoring/agreement_follower.hpp"
#include "scoring/agreement_http.hpp"
#include "scoring/score_follower.hpp"
#include "scoring/score_http.hpp"

namespace cs::server {

void add_routes(access::Api& api, assessment::EvidenceFiles& files) {
    add_config_routes(api);
    access::add_access_routes(api);
    add_law_routes(api);
    static const assessment::SheetFollower sheets;
    static const scoring::AgreementFollower agreements;
    static const scoring::ScoreFollower scores;
    static const report::ReportFollower reports;
    org::add_org_routes(api, {&sheets, &agreements, &scores, &reports});
    movement::add_movement_routes(api);
    criteria::add_criteria_routes(api);
    assessment::add_assessment_routes(api);
    assessment::add_evidence_routes(api, files);
    scoring::add_agreement_routes(api);
    scoring::add_score_routes(api);
    report::add_report_routes(api);
    ranking::add_ranking_routes(api, CS_VERSION);
    council::add_council_routes(api);
    add_duty_routes(api);
}

}    // namespace cs::server
