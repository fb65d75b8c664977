// Package kpi lists the key figures that stand at the head of each page.
package kpi

import (
	"slices"

	"meridian/analytics/chart"
	"meridian/analytics/lang"
)

// KPI is a key figure: a published figure where there is one, and a measure
// that tells its course over the years and its value under a filter.
type KPI struct {
	ID       string
	Subjects []chart.Subject
	Label    lang.Text
	Note     lang.Text         // what exactly is counted; may be empty
	Counted  lang.Text         // what a value computed for one year counts, with {year}; the year alone where empty
	Abroad   lang.Text         // the label where home is not Hong Kong; empty where it is the same
	Split    bool              // of overseas against the Chinese mainland and Taiwan, which is Hong Kong's way to count
	Figure   string            // the metric id of published figures; empty when none can be
	Metric   string            // the metric that computes it; empty when only the figure is known
	Measure  string            // its column
	Where    map[string]string // its rows
	Unit     lang.Text
	Form     Form     // how its number is written
	Running  bool     // the measure adds up over the years, so that a later first year leaves a part out
	Filters  []string // the filter fields the metric honours; the others leave the figure as it is
	Chart    string   // the chart that shows more
}

// The filter fields that the metrics behind the figures honour.
var (
	projectFields   = []string{"from", "to", "place", "region", "type", "faculty", "evidence"}
	exchangeFields  = []string{"from", "to", "place", "region", "faculty", "evidence"}
	agreementFields = []string{"place", "region", "evidence"}
	mainlandFields  = []string{"from", "to", "type", "faculty", "evidence"}
	evidenceOnly    = []string{"evidence"}
)

func students() lang.Text      { return lang.Text{En: "students", Hant: "人", Hans: "人"} }
func count(w string) lang.Text { return lang.Text{En: w, Hant: "個", Hans: "个"} }

// Catalogue lists the key figures in the order they are shown.
func Catalogue() []KPI {
	return slices.Concat(reach(), network(), exchange(), spread(), standing(), relations(), profile())
}

func reach() []KPI {
	return []KPI{
		{ID: "projects", Subjects: []chart.Subject{chart.Overview, chart.Collaboration}, Figure: "collaborative_projects",
			Metric: "collaborative_projects", Measure: "projects", Running: true, Filters: projectFields, Unit: lang.Text{En: "projects", Hant: "項", Hans: "项"}, Chart: "projects-by-type",
			Label: lang.Text{En: "Collaborative projects", Hant: "合作項目", Hans: "合作项目"}},
		{ID: "exchange-partners", Subjects: []chart.Subject{chart.Overview, chart.Collaboration, chart.Mobility}, Figure: "exchange_partners",
			Metric: "exchange_reach", Measure: "partners", Where: overseas("outbound"), Filters: exchangeFields, Unit: count("partners"), Chart: "partner-league",
			Label: lang.Text{En: "Exchange partners", Hant: "交流夥伴院校", Hans: "交流伙伴院校"},
			Note:  lang.Text{En: "overseas, in the last academic year", Hant: "海外，最近一個學年", Hans: "海外，最近一个学年"},
			Counted: lang.Text{
				En: "overseas partners that students were sent to, in {year}", Hant: "{year}派出學生前往的海外夥伴院校", Hans: "{year}派出学生前往的海外伙伴院校",
			}},
		{ID: "exchange-places", Subjects: []chart.Subject{chart.Overview}, Figure: "exchange_partner_places",
			Metric: "exchange_reach", Measure: "places", Where: overseas("outbound"), Filters: exchangeFields, Unit: count("countries and regions"), Chart: "partner-map",
			Label:   lang.Text{En: "Places with exchange partners", Hant: "交流夥伴所在國家及地區", Hans: "交流伙伴所在国家及地区"},
			Counted: lang.Text{En: "that students were sent to, in {year}", Hant: "{year}派出學生前往的地方", Hans: "{year}派出学生前往的地方"}},
	}
}

func exchange() []KPI {
	measure := func(k KPI) KPI {
		k.Metric, k.Measure, k.Unit, k.Filters = "exchange_reach", "participants", students(), exchangeFields
		return k
	}
	return []KPI{
		measure(KPI{ID: "outbound-overseas", Subjects: []chart.Subject{chart.Overview, chart.Mobility}, Figure: "exchange_out_overseas",
			Where: overseas("outbound"), Chart: "mobility-trend",
			Label:  lang.Text{En: "Outbound exchange, overseas", Hant: "海外外訪交流生", Hans: "海外派出交流生"},
			Abroad: lang.Text{En: "Outbound exchange", Hant: "外訪交流生", Hans: "派出交流生"}}),
		measure(KPI{ID: "inbound-overseas", Subjects: []chart.Subject{chart.Overview, chart.Mobility}, Figure: "exchange_in_overseas",
			Where: overseas("inbound"), Chart: "mobility-trend",
			Label:  lang.Text{En: "Inbound exchange, overseas", Hant: "海外來港交流生", Hans: "海外来港交流生"},
			Abroad: lang.Text{En: "Inbound exchange", Hant: "來訪交流生", Hans: "来访交流生"}}),
		measure(KPI{ID: "outbound-mainland-taiwan", Subjects: []chart.Subject{chart.Mobility, chart.Mainland}, Figure: "exchange_out_mainland_taiwan",
			Where: mainlandTaiwan("outbound"), Chart: "mobility-split", Split: true,
			Label: lang.Text{En: "Outbound, Chinese mainland and Taiwan", Hant: "外訪中國內地及台灣", Hans: "派往中国内地及台湾"}}),
		measure(KPI{ID: "inbound-mainland-taiwan", Subjects: []chart.Subject{chart.Mobility, chart.Mainland}, Figure: "exchange_in_mainland_taiwan",
			Where: mainlandTaiwan("inbound"), Chart: "mobility-split", Split: true,
			Label: lang.Text{En: "Inbound, Chinese mainland and Taiwan", Hant: "中國內地及台灣來港", Hans: "中国内地及台湾来港"}}),
	}
}

func standing() []KPI {
	agreements := lang.Text{En: "agreements", Hant: "份", Hans: "份"}
	return []KPI{
		{ID: "alliances", Subjects: []chart.Subject{chart.Overview, chart.Alliances}, Metric: "presence", Measure: "alliances", Filters: evidenceOnly,
			Unit: count("alliances"), Chart: "alliance-network",
			Label: lang.Text{En: "Alliances", Hant: "大學聯盟", Hans: "大学联盟"},
			Note:  lang.Text{En: "that the university is a member of", Hant: "大學參與的聯盟", Hans: "大学参与的联盟"}},
		{ID: "establishments", Subjects: []chart.Subject{chart.Mainland}, Figure: "mainland_establishments", Metric: "presence", Measure: "establishments", Filters: evidenceOnly,
			Unit: count("establishments"), Chart: "china-map",
			Label:  lang.Text{En: "Establishments on the mainland", Hant: "內地機構", Hans: "内地机构"},
			Abroad: lang.Text{En: "Establishments away from home", Hant: "境外機構", Hans: "境外机构"}},
		{ID: "mainland-partners", Subjects: []chart.Subject{chart.Mainland}, Figure: "mainland_partners", Unit: count("partners"), Chart: "mainland-partners-trend",
			Metric: "mainland_partners_trend", Measure: "partners", Running: true, Filters: mainlandFields,
			Label:  lang.Text{En: "Partners on the mainland", Hant: "內地夥伴", Hans: "内地伙伴"},
			Abroad: lang.Text{En: "Partners on the Chinese mainland", Hant: "中國內地夥伴", Hans: "中国内地伙伴"}},
		{ID: "agreements", Subjects: []chart.Subject{chart.Collaboration}, Metric: "agreements_current", Measure: "agreements", Filters: agreementFields, Unit: agreements,
			Chart: "agreement-status", Label: lang.Text{En: "Agreements in effect", Hant: "生效中的協議", Hans: "生效中的协议"}},
		{ID: "expiring", Subjects: []chart.Subject{chart.Collaboration}, Metric: "agreements_current", Measure: "expiring", Filters: agreementFields, Unit: agreements,
			Chart: "agreement-status", Label: lang.Text{En: "Agreements ending within 180 days", Hant: "180 天內屆滿的協議", Hans: "180 天内到期的协议"}},
		{ID: "aid", Subjects: []chart.Subject{chart.Mobility}, Figure: "aid_cap", Filters: evidenceOnly, Unit: lang.Text{En: "of costs", Hant: "的費用", Hans: "的费用"}, Chart: "aid-coverage",
			Label: lang.Text{En: "Costs that aid can cover", Hant: "資助可涵蓋的費用", Hans: "资助可涵盖的费用"}},
	}
}

func overseas(direction string) map[string]string {
	return map[string]string{"grouping": "overseas", "direction": direction}
}

func mainlandTaiwan(direction string) map[string]string {
	return map[string]string{"grouping": "mainland_taiwan", "direction": direction}
}
