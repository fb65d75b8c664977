package kpi

import (
	"slices"

	"meridian/analytics/chart"
	"meridian/analytics/lang"
)

// hongKong is the home whose universities publish overseas figures apart from those of the Chinese mainland and Taiwan.
const hongKong = "HK"

// At gives the catalogue as it is said of a network whose home is in a place; none where place is empty.
func At(place string) []KPI {
	list := Catalogue()
	if place == hongKong {
		return list
	}
	list = slices.DeleteFunc(list, func(k KPI) bool { return k.Split })
	for i, k := range list {
		if k.Abroad.Complete() {
			list[i].Label = k.Abroad
		}
		if k.ID == "place-partners" && place == "" {
			list[i].Label, list[i].Unit = lang.Text{En: "Institutions", Hant: "院校", Hans: "院校"}, lang.Text{En: "institutions", Hant: "所", Hans: "所"}
		}
		if k.ID == "exchange-partners" {
			list[i].Note = lang.Text{En: "in the last academic year", Hant: "最近一個學年", Hans: "最近一个学年"}
			list[i].Counted = lang.Text{
				En: "partners that students were sent to, in {year}", Hant: "{year}派出學生前往的夥伴院校", Hans: "{year}派出学生前往的伙伴院校",
			}
		}
	}
	return list
}

// OfAlliance gives the figures an alliance may have: its members, and the countries and regions they are in. They stand
// after the number of alliances.
func OfAlliance(id, name string) []KPI {
	institutions := lang.Text{En: "institutions", Hant: "所", Hans: "所"}
	called := func(en, hant, hans string) lang.Text { return lang.Text{En: en, Hant: hant, Hans: hans} }
	return []KPI{
		{ID: id + "-members", Subjects: []chart.Subject{chart.Alliances}, Figure: id + "_members", Filters: evidenceOnly,
			Unit: institutions, Chart: "alliance-figures", Label: called("Members of "+name, name+" 成員院校", name+" 成员院校")},
		{ID: id + "-places", Subjects: []chart.Subject{chart.Alliances}, Figure: id + "_places", Filters: evidenceOnly,
			Unit: count("countries and regions"), Chart: "belt-road-map", Label: called("Countries and regions in "+name, name+" 覆蓋國家及地區", name+" 覆盖国家及地区")},
	}
}
