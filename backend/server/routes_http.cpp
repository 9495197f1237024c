#include "server/routes_http.hpp"

#include "access/access_http.hpp"
#include "assessment/assessment_http.hpp"
#include "assessment/evidence_http.hpp"
#include "assessment/orphans.hpp"
#include "council/council_http.hpp"
#include "criteria/criteria_http.hpp"
#include "movement/movement_http.hpp"
#include "org/org_http.hpp"
#include "report/periodic_commands.hpp"
#include "report/report_http.hpp"

namespace cs::server {

void add_routes(access::Api& api, assessment::EvidenceFiles& files) {
    add_config_routes(api);
    access::add_access_routes(api);
    add_law_routes(api);
    static const assessment::SheetFollower sheets;
    static const report::ReportFollower reports;
    org::add_org_routes(api, {&sheets, &reports});
    movement::add_movement_routes(api);
    criteria::add_criteria_routes(api);
    assessment::add_assessment_routes(api);
    assessment::add_evidence_routes(api, files);
    report::add_report_routes(api);
    council::add_council_routes(api);
    add_duty_routes(api);
}

}    // namespace cs::server
