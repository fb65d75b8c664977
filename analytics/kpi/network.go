package kpi

import (
	"meridian/analytics/chart"
	"meridian/analytics/lang"
)

// networkFields are the filters that flows, joint works and directories honour; directories know no years.
var (
	networkFields   = []string{"from", "to", "place", "region", "evidence"}
	directoryFields = []string{"place", "region", "evidence"}
)

// network are the figures of a network without one institution at its centre. Those of flows and joint works are of
// the last year that does not look incomplete.
func network() []KPI {
	moving := []chart.Subject{chart.Overview, chart.Mobility}
	writing := []chart.Subject{chart.Overview, chart.Collaboration}
	flow := func(k KPI) KPI {
		k.Subjects, k.Metric, k.Filters = moving, "flow_reach", networkFields
		return k
	}
	works := func(k KPI) KPI {
		k.Subjects, k.Metric, k.Filters = writing, "copublication_reach", networkFields
		return k
	}
	places := count("countries and regions")
	pairs := lang.Text{En: "pairs", Hant: "組", Hans: "组"}
	return []KPI{
		flow(KPI{ID: "people-moving", Measure: "moved", Chart: "flow-trend", Unit: lang.Text{En: "people", Hant: "人", Hans: "人"},
			Label: lang.Text{En: "People moving", Hant: "流動人數", Hans: "流动人数"}}),
		flow(KPI{ID: "sending-places", Measure: "origins", Chart: "flow-balance", Unit: places,
			Label: lang.Text{En: "Sending places", Hant: "來源地", Hans: "来源地"}}),
		flow(KPI{ID: "receiving-places", Measure: "destinations", Chart: "flow-balance", Unit: places,
			Label: lang.Text{En: "Receiving places", Hant: "目的地", Hans: "目的地"}}),
		flow(KPI{ID: "flow-pairs", Measure: "pairs", Chart: "flow-pairs", Unit: pairs,
			Label: lang.Text{En: "Directed pairs of places", Hant: "有向地方組合", Hans: "有向地方组合"}}),
		works(KPI{ID: "joint-works", Measure: "works", Chart: "copublication-trend", Unit: lang.Text{En: "works by pair", Hant: "篇次", Hans: "篇次"},
			Label: lang.Text{En: "Joint works", Hant: "合著作品", Hans: "合著作品"}}),
		works(KPI{ID: "writing-places", Measure: "places", Chart: "copublication-places", Unit: places,
			Label: lang.Text{En: "Places with joint works", Hant: "有合著作品的地方", Hans: "有合著作品的地方"}}),
		works(KPI{ID: "writing-pairs", Measure: "pairs", Chart: "copublication-pairs", Unit: pairs,
			Label: lang.Text{En: "Pairs of places that write together", Hant: "合著的地方組合", Hans: "合著的地方组合"}}),
		{ID: "institutions", Subjects: []chart.Subject{chart.Overview}, Metric: "directory", Measure: "institutions", Filters: directoryFields,
			Chart: "institutions-by-place", Unit: lang.Text{En: "institutions", Hant: "所", Hans: "所"},
			Label: lang.Text{En: "Institutions", Hant: "院校", Hans: "院校"}},
		{ID: "institution-places", Subjects: []chart.Subject{chart.Overview}, Metric: "directory", Measure: "places", Filters: directoryFields,
			Chart: "institutions-by-place", Unit: places,
			Label: lang.Text{En: "Places with institutions", Hant: "院校所在國家及地區", Hans: "院校所在国家及地区"}},
	}
}
