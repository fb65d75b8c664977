package chart

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

func allianceNetwork() Chart {
	return Chart{
		ID: "alliance-network", Subject: Alliances, Kind: Graph, Metric: "alliance_members",
		Title:    lang.Text{En: "Alliances and the members they share", Hant: "各聯盟及其共同成員", Hans: "各联盟及其共同成员"},
		Subtitle: lang.Text{En: "Members and observers that a public page names; those of several alliances in the middle", Hant: "公開網頁具名列出的成員及觀察員；屬多個聯盟者置於中央", Hans: "公开网页具名列出的成员及观察员；属多个联盟者置于中央"},
		Note: lang.Text{
			En:   "Only named members are drawn; an alliance has more than its picture shows. A dashed line is implied by its source rather than stated.",
			Hant: "只繪出具名的成員，聯盟實際成員多於圖中所示。虛線表示資料來源有所顯示但未明言。",
			Hans: "只绘出具名的成员，联盟实际成员多于图中所示。虚线表示资料来源有所显示但未明言。",
		},
		Filters: []string{"place", "region", "evidence"},
		Build:   drawAllianceNetwork,
	}
}

func drawAllianceNetwork(in Input) (Drawing, error) {
	c := charts.NewGraph()
	c.MultiSeries = []charts.SingleSeries{{Type: "graph", Layout: "none", Data: networkNodes(in, wideNetwork(), true), Links: networkLinks(in)}}
	option, err := plain(c)
	if err != nil {
		return Drawing{}, err
	}
	option.Series(0, Option{
		"roam": false, "preserveAspect": "contain", "left": 24, "right": 24, "top": 24, "bottom": 24,
		"lineStyle": Option{"color": in.Theme.Muted, "width": 1, "opacity": 0.35, "curveness": 0},
		"emphasis":  Option{"focus": "adjacency", "lineStyle": Option{"opacity": 0.9}},
		"label":     halo(in.Theme, in.Theme.Ink).Merge(Option{"show": false}),
	})
	drawing := Drawing{Finding: sharedMembers(in), Summary: networkSummary(in)}
	drawing.Option = option.Merge(Option{"tooltip": tooltip(in.Theme)}).
		Narrow(800, Option{"series": []Option{{"data": networkNodes(in, tallNetwork(), true)}}}).
		Narrow(560, Option{"series": []Option{{"data": networkNodes(in, tallNetwork(), false), "left": 12, "right": 12, "top": 12, "bottom": 12}}})
	drawing.format("series.0.label.formatter", "name")
	return drawing, nil
}

// networkNodes are the alliances and their members. Where there is no room for names, only the
// alliances keep theirs.
func networkNodes(in Input, c composition, named bool) []node {
	t := in.Table
	alliances := t.Distinct("alliance_id")
	hubs := c.placeHubs(sizes(t, alliances))
	rows := t.Distinct("institution_id")
	members := make([]member, len(rows))
	for i, id := range rows {
		members[i] = memberOf(t, id, alliances)
	}
	at := c.placeNetwork(members, hubs)
	nodes := make([]node, 0, len(alliances)+len(rows))
	for n, id := range alliances {
		nodes = append(nodes, hubNode(in, id, hubs[n], named))
	}
	for _, m := range members {
		nodes = append(nodes, memberNode(in, m, at[m.id], named))
	}
	return nodes
}

// node is an item with its place in the picture.
type node struct {
	item
	ID string  `json:"id"`
	X  float64 `json:"x"`
	Y  float64 `json:"y"`
}

func hubNode(in Input, id string, at point, roomy bool) node {
	colour := allianceColour(in, id)
	r := in.Table.Find(map[string]string{"alliance_id": id})
	name, size, text := in.Table.Str(r, "alliance"), 64, sizeLarge
	if !roomy {
		size, text = 48, sizeSmall
	}
	return node{ID: "alliance:" + id, X: at.x, Y: at.y, item: item{
		Name: "alliance:" + id, Title: name, SymbolSize: size, ItemStyle: Option{"color": colour},
		Label: Option{"show": true, "position": "inside", "color": on(colour), "textBorderWidth": 0, "fontSize": text, "fontWeight": 700},
	}}
}

// memberNode grows with the number of alliances; shared members are the finding.
func memberNode(in Input, m member, at point, named bool) node {
	r := in.Table.Find(map[string]string{"institution_id": m.id})
	colour, size := allianceColour(in, in.Table.Str(r, "alliance_id")), 4+5*len(m.hubs)
	if !named {
		size = 2 + 3*len(m.hubs)
	}
	shared := len(m.hubs) > 1
	if shared {
		colour = in.Theme.Accent
	}
	n := node{ID: m.id, X: at.x, Y: at.y, item: item{
		Name: m.id, Title: in.Table.Str(r, "institution"), Row: row(r), SymbolSize: size,
		ItemStyle: Option{"color": colour, "borderColor": in.Theme.Surface, "borderWidth": 1},
	}}
	if shared && named {
		n.Title = strings.Join(wrap(n.Title, sizeText, nameColumn), "\n")
		n.Label = Option{"show": true, "position": "right", "lineHeight": lineApart}
		if in.Table.Str(r, "home") == "true" {
			n.Label["fontWeight"] = 700
		}
	}
	return n
}

// sizes counts the named members of each alliance.
func sizes(t *table.Table, alliances []string) []int {
	out := make([]int, len(alliances))
	for n, id := range alliances {
		out[n] = countWhere(t, func(r int) bool { return t.Str(r, "alliance_id") == id })
	}
	return out
}

// memberOf reads which alliances an institution is named in.
func memberOf(t *table.Table, id string, alliances []string) member {
	m := member{id: id}
	for n, alliance := range alliances {
		if t.Find(map[string]string{"institution_id": id, "alliance_id": alliance}) >= 0 {
			m.hubs = append(m.hubs, n)
		}
	}
	m.lines = len(wrap(t.Str(t.Find(map[string]string{"institution_id": id}), "institution"), sizeText, nameColumn))
	return m
}

func networkLinks(in Input) []Option {
	links := make([]Option, 0, in.Table.Len())
	for r := range in.Table.Rows {
		link := Option{"source": "alliance:" + in.Table.Str(r, "alliance_id"), "target": in.Table.Str(r, "institution_id"), "row": r}
		if in.Table.Str(r, "implied") == "true" {
			link["lineStyle"] = Option{"type": "dashed"}
		}
		links = append(links, link)
	}
	return links
}

// sharedMembers counts the institutions named in more than one alliance.
func sharedMembers(in Input) finding.Finding {
	shared, all := sharedOf(in.Table)
	if len(shared) < 2 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{
			En:   "{point} institutions belong to more than one alliance",
			Hant: "{all} 所具名院校之中，有 {point}屬於多於一個聯盟",
			Hans: "{all} 所具名院校之中，有 {point}属于多于一个联盟",
		},
		lang.Text{En: "{n} of {all} named", Hant: "{n} 所", Hans: "{n} 所"},
		lang.Args{"n": lang.Int(float64(len(shared))), "all": lang.Int(float64(all))})
}

// sharedOf names the institutions of several alliances, and counts all.
func sharedOf(t *table.Table) (names []string, all int) {
	ids := t.Distinct("institution_id")
	for _, id := range ids {
		if r := t.Find(map[string]string{"institution_id": id}); t.Value(r, "alliances") > 1 {
			names = append(names, t.Str(r, "institution"))
		}
	}
	return names, len(ids)
}

func networkSummary(in Input) string {
	shared, all := sharedOf(in.Table)
	said := []string{lang.Text{
		En:   "{all} institutions are named in {n} alliances.",
		Hant: "{n} 個聯盟共有 {all} 所具名院校。",
		Hans: "{n} 个联盟共有 {all} 所具名院校。",
	}.With(in.Lang, lang.Args{"all": lang.Int(float64(all)), "n": lang.Int(float64(len(in.Table.Distinct("alliance_id"))))})}
	if len(shared) > 0 {
		said = append(said, lang.Text{
			En: "In more than one: {names}.", Hant: "屬於多於一個聯盟的有：{names}。", Hans: "属于多于一个联盟的有：{names}。",
		}.With(in.Lang, lang.Args{"names": lang.List(in.Lang, shared)}))
	}
	return joined(in.Lang, said)
}
