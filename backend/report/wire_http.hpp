#pragma once
// What travels about the board, standings and the map; the names are the schemas of the API.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessment/wire_http.hpp"
#include "movement/wire_http.hpp"
#include "org/wire_http.hpp"
#include "report/days.hpp"
#include "report/map.hpp"
#include "report/standings.hpp"

namespace cs::report {

BOOST_DESCRIBE_ENUM(Outcome, no_goal, no_units, undecided, not_met, met)
BOOST_DESCRIBE_ENUM(Turning, year_end, plan_issued, eve, reorganisation, today)
BOOST_DESCRIBE_ENUM(LayerLevel, commune, district)
BOOST_DESCRIBE_ENUM(StandingPlace, in_force, urban, history)

namespace wire {

// Every figure says its day and its boundary.
struct Frame {
    Day on;
    std::string boundary, boundary_name;    // "plan_547", "Phạm vi Kế hoạch 547"
    std::optional<Day> frame;               // none: as the tree stood that day
    std::optional<UnitId> root_id;          // none: the whole country
    std::string root_name;
};
BOOST_DESCRIBE_STRUCT(Frame, (), (on, boundary, boundary_name, frame, root_id, root_name))

struct BoardLine {
    movement::Reading reading;
    std::optional<movement::wire::DenominatorRow> assigned;    // null: counted from the list of units
    int whole;
    std::optional<std::string> percent;    // one decimal, never across the goal; null when the whole is 0
    bool met, chosen;
    int needed;
};
BOOST_DESCRIBE_STRUCT(BoardLine, (), (reading, assigned, whole, percent, met, chosen, needed))

struct BoardTarget {
    movement::PlanTarget target;
    std::string clause;
    int count;      // the numerator
    int models;     // of it, kiểu mẫu
    int of;         // units of that kind on the day
    std::optional<Decimal> goal;    // percent of a share, else a number
    Outcome outcome;
    int needed;
    std::vector<BoardLine> lines;
    int urban, history, towns;      // told apart, in no figure above
    std::optional<movement::wire::ReadingChoiceRow> choice;
};
BOOST_DESCRIBE_STRUCT(BoardTarget, (),
                      (target, clause, count, models, of, goal, outcome, needed, lines, urban, history, towns, choice))

struct Board {
    Frame frame;
    std::vector<BoardTarget> targets;
    int unassigned;                 // communes partly elsewhere: in no figure
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Board, (), (frame, targets, unassigned, actions))

struct YearTarget {
    movement::PlanTarget target;
    int count, of;
    std::optional<std::string> percent;
};
BOOST_DESCRIBE_STRUCT(YearTarget, (), (target, count, of, percent))

struct BoardYear {
    int year;
    Day day;
    std::vector<YearTarget> targets;
};
BOOST_DESCRIBE_STRUCT(BoardYear, (), (year, day, targets))

struct DayToStopAt {
    Day day;
    Turning why;
};
BOOST_DESCRIBE_STRUCT(DayToStopAt, (), (day, why))

struct BoardSeries {
    Frame frame;
    std::vector<BoardYear> years;
    std::vector<DayToStopAt> days;
};
BOOST_DESCRIBE_STRUCT(BoardSeries, (), (frame, years, days))

struct UnitRef {
    UnitId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(UnitRef, (), (id, name))

struct BoardUnitRow {
    UnitId unit_id;
    std::string name, code;
    org::UnitKind kind;
    std::string parent_name;
    std::optional<assessment::wire::RecognitionRow> recognition;    // null: no decision in the register
    std::vector<UnitRef> became;
};
BOOST_DESCRIBE_STRUCT(BoardUnitRow, (), (unit_id, name, code, kind, parent_name, recognition, became))

struct BoardUnits {
    Frame frame;
    std::vector<BoardUnitRow> items;
    int total;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(BoardUnits, (), (frame, items, total, next))

struct StandingRow : BoardUnitRow {
    StandingPlace place;
};
BOOST_DESCRIBE_STRUCT(StandingRow, (BoardUnitRow), (place))

struct Standings {
    Frame frame;
    std::vector<StandingRow> items;
    int total;
    std::optional<std::string> next;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Standings, (), (frame, items, total, next, actions))

struct UnitStanding {
    UnitId unit_id;
    Day on;
    std::optional<assessment::wire::RecognitionRow> standing;
    StandingPlace place;
    std::vector<assessment::wire::RecognitionRow> own, predecessors;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(UnitStanding, (), (unit_id, on, standing, place, own, predecessors, actions))

struct MapUnit {
    UnitId unit_id;
    std::string name;
    std::optional<assessment::Standing> standing;    // null: no decision in the register
    bool urban;
};
BOOST_DESCRIBE_STRUCT(MapUnit, (), (unit_id, name, standing, urban))

struct MapShape : MapUnit {
    std::string path;
};
BOOST_DESCRIBE_STRUCT(MapShape, (MapUnit), (path))

struct MapTile : MapUnit {
    std::vector<std::string> label;
    int column, row;
};
BOOST_DESCRIBE_STRUCT(MapTile, (MapUnit), (label, column, row))

struct MapBlock {
    std::string name;
    int columns, rows;
    std::vector<MapTile> tiles;
};
BOOST_DESCRIBE_STRUCT(MapBlock, (), (name, columns, rows, tiles))

struct MapLayerRow {
    LayerId id;
    UnitId unit_id;
    Day valid_from;
    int sequence;
    LayerLevel level;
    int width, height, shapes;
    std::string digest, source, licence;
};
BOOST_DESCRIBE_STRUCT(MapLayerRow, (), (id, unit_id, valid_from, sequence, level, width, height, shapes, digest, source, licence))

struct StandingMap {
    Frame frame;
    std::optional<MapLayerRow> layer;
    std::vector<MapShape> shapes;
    std::vector<MapBlock> blocks;
};
BOOST_DESCRIBE_STRUCT(StandingMap, (), (frame, layer, shapes, blocks))

struct MapLayers {
    std::vector<MapLayerRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(MapLayers, (), (items, actions))

struct NewMapLayer {
    UnitId unit_id;
    Day valid_from;
    std::string geojson, source, licence;
};
BOOST_DESCRIBE_STRUCT(NewMapLayer, (), (unit_id, valid_from, geojson, source, licence))

struct MapLayerDrawn {
    MapLayerRow layer;
    int bytes;
    std::vector<std::string> missing;    // units of that level which the file lacks
};
BOOST_DESCRIBE_STRUCT(MapLayerDrawn, (), (layer, bytes, missing))

Frame shown(const Asked& asked, const org::Forest& forest);
BoardTarget shown(const BoardRow& row);
// The rows of a page of units with the recognitions behind them.
std::vector<BoardUnitRow> shown(Tx& tx, const org::Forest& forest, Day on, std::span<const BoardUnit> units);
assessment::wire::RecognitionRow shown(const org::Forest& forest, const assessment::Recognition& r);
MapLayerRow shown(const Layer& layer);

}    // namespace wire
}    // namespace cs::report

template <>
inline const cs::json::Rules<cs::report::wire::NewMapLayer> cs::json::rules<cs::report::wire::NewMapLayer> = {
    {"geojson", {.min_length = 1, .max_length = 4'000'000}}, {"source", {.max_length = 500}}, {"licence", {.max_length = 2000}}};
