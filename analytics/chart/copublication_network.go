package chart

import (
	"cmp"
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// drawnTies is how many pairs of the network are drawn as lines; more would be a web.
const drawnTies = 90

func copublicationNetwork() Chart {
	return Chart{
		ID: "copublication-network", Subject: Collaboration, Kind: Graph, Metric: "copublication_network",
		Title:    lang.Text{En: "Who writes with whom", Hant: "誰與誰合著", Hans: "谁与谁合著"},
		Subtitle: lang.Text{En: "Joint works among the 24 largest places; circles and lines by the square root of their number", Hant: "24 個合著作品最多的地方；圓點及線條按作品數目平方根", Hans: "24 个合著作品最多的地方；圆点及线条按作品数目平方根"},
		Note:     tiesNote,
		Filters:  networkFields(),
		Build:    drawCopublicationNetwork,
	}
}

var tiesNote = lang.Text{
	En:   "The 90 largest pairs are drawn; places stand by region. A tie's strength is its works against those that the sizes of its two places lead to expect. With a place chosen: it and those that write with it the most.",
	Hant: "繪出首 90 個組合，地方按地區排列。合作強度為實際作品與按兩地規模預期者之比。選定地方時，顯示該地及與之合著最多的地方。",
	Hans: "绘出前 90 个组合，地方按地区排列。合作强度为实际作品与按两地规模预期者之比。选定地方时，显示该地及与之合著最多的地方。",
}

func drawCopublicationNetwork(in Input) (Drawing, error) {
	strongest, said := closestAuthors(in)
	c := charts.NewGraph()
	c.MultiSeries = []charts.SingleSeries{{
		Type: "graph", Layout: "none", Data: authorNodes(in, 380, strongest, "name"), Links: ties(in, strongest),
	}}
	option, err := plain(c)
	if err != nil {
		return Drawing{}, err
	}
	option.Series(0, Option{
		"roam": false, "preserveAspect": "contain", "left": 150, "right": 150, "top": 48, "bottom": 48,
		"lineStyle": Option{"color": in.Theme.Muted, "opacity": 0.4, "curveness": 0.16},
		"emphasis":  Option{"focus": "adjacency", "lineStyle": Option{"opacity": 0.9}},
		"label":     halo(in.Theme, in.Theme.Ink).Merge(Option{"show": true}),
	})
	drawing := Drawing{Finding: said, Summary: tiesTold(in), Note: withCounted(in, tiesNote)}
	drawing.Option = option.Merge(Option{"tooltip": tooltip(in.Theme)}).Narrow(860, Option{"series": []Option{{
		"data": authorNodes(in, 215, strongest, "name"), "left": 110, "right": 110,
	}}}).Narrow(480, Option{"series": []Option{{
		"data": authorNodes(in, 210, strongest, "code"), "left": 36, "right": 36, "top": 28, "bottom": 28,
	}}})
	drawing.format("series.0.label.formatter", "name")
	return drawing, nil
}

// author is a place of the network: where its authors are, and how much they write with others.
type author struct {
	code, name string
	works      float64
	position   float64 // of its region
}

// authors lists the places of the network, region by region, the largest of each first.
func authors(t *table.Table) []author {
	seen := map[string]bool{}
	var list []author
	for r := range t.Rows {
		for _, end := range []string{"a", "b"} {
			code := t.Str(r, "code_"+end)
			if seen[code] {
				continue
			}
			seen[code] = true
			list = append(list, author{code, t.Str(r, "place_"+end), t.Value(r, "works_"+end), t.Value(r, "position_"+end)})
		}
	}
	slices.SortFunc(list, func(a, b author) int {
		return cmp.Or(cmp.Compare(a.position, b.position), cmp.Compare(b.works, a.works), cmp.Compare(a.code, b.code))
	})
	return list
}

// authorNodes stand around an ellipse 210 high to either side of its middle and so many wide, their names outward.
func authorNodes(in Input, wide float64, strongest int, label string) []node {
	list := authors(in.Table)
	most := 0.0
	for _, a := range list {
		most = max(most, a.works)
	}
	nodes := make([]node, len(list))
	for i, a := range list {
		angle := 2*math.Pi*float64(i)/float64(len(list)) - math.Pi/2
		title, text := a.name, sizeText
		size := 8 + 30*math.Sqrt(a.works/most)
		if label == "code" {
			title, text, size = a.code, sizeSmall, size*0.45
		}
		nodes[i] = node{ID: a.code, X: wide * math.Cos(angle), Y: 210 * math.Sin(angle), item: item{
			Name: a.code, Title: title, Value: a.works, SymbolSize: size,
			ItemStyle: Option{"color": in.Theme.hue(0), "borderColor": in.Theme.Surface, "borderWidth": 1},
			Label:     outward(angle).Merge(Option{"fontSize": text}),
		}}
		if strongest >= 0 && (a.code == in.Table.Str(strongest, "code_a") || a.code == in.Table.Str(strongest, "code_b")) {
			nodes[i].ItemStyle["color"] = in.Theme.Accent
			nodes[i].Label["color"], nodes[i].Label["fontWeight"] = in.Theme.Accent, 700
		}
	}
	return nodes
}

// outward is the side of a point on an ellipse that its name stands on. The names at the top and the bottom, whose
// points are nearly level, stand in two rows.
func outward(angle float64) Option {
	x, y := math.Cos(angle), math.Sin(angle)
	level, row := "bottom", 4
	if y < 0 {
		level = "top"
	}
	if math.Abs(x) < 0.05 {
		row = 19
	}
	switch {
	case math.Abs(x) < 0.3:
		return Option{"position": level, "distance": row}
	case x < 0:
		return Option{"position": "left"}
	default:
		return Option{"position": "right"}
	}
}

// ofChosen tells whether a pair has a place that was asked for; where none was, every pair has.
func ofChosen(t *table.Table, r int) bool { return t.Str(r, "chosen") == "true" }

// ties are the lines between places, the largest pairs, smaller ones first so that larger ones lie on top. The
// strongest, and those of a place that was asked for, are drawn whatever their size.
func ties(in Input, strongest int) []Option {
	t := in.Table
	most := largest(t, "works")
	asked := len(rowsWhere(t, func(r int) bool { return !ofChosen(t, r) })) > 0
	var list []Option
	for r := t.Len() - 1; r >= 0; r-- {
		if drawn := r < drawnTies || r == strongest || asked && ofChosen(t, r); !drawn {
			continue
		}
		style := Option{"width": 0.4 + 7*math.Sqrt(t.Value(r, "works")/most)}
		if asked && ofChosen(t, r) {
			style = style.Merge(Option{"color": in.Theme.hue(0), "opacity": 0.7})
		}
		if r == strongest {
			style = style.Merge(Option{"color": in.Theme.Accent, "opacity": 0.95, "width": 3})
		}
		list = append(list, Option{
			"source": t.Str(r, "code_a"), "target": t.Str(r, "code_b"), "value": t.Value(r, "works"), "row": r, "lineStyle": style,
		})
	}
	return list
}

// closestAuthors names the pair, of the places asked for if any, that writes the most together beside what its sizes lead to expect, where one leads, is
// at least twice as strong as that and is of a hundred works or more. The row is −1 where there is none.
func closestAuthors(in Input) (int, finding.Finding) {
	const base = 100
	t := in.Table
	wide := rowsWhere(t, func(r int) bool { return t.Value(r, "works") >= base && ofChosen(t, r) })
	level := foremost(t, wide, "strength")
	if len(wide) < 3 || len(level) != 1 || t.Value(level[0], "strength") < 2 {
		return -1, finding.Finding{}
	}
	pair := []string{lang.Place(in.Lang, t.Str(level[0], "place_a")), lang.Place(in.Lang, t.Str(level[0], "place_b"))}
	return level[0], finding.Say(in.Lang,
		lang.Text{
			En:   "{pair} write {point} as much together as their sizes suggest",
			Hant: "{pair}的合著作品，是按兩地規模預期的 {point}",
			Hans: "{pair}的合著作品，是按两地规模预期的 {point}",
		},
		lang.Text{En: "{times} times", Hant: "{times} 倍", Hans: "{times} 倍"},
		lang.Args{"pair": lang.Capital(lang.List(in.Lang, pair)), "times": lang.Tenths(t.Value(level[0], "strength"))})
}

func tiesTold(in Input) string {
	t := in.Table
	var rows []string
	for r := range clearFirst(t, "works", 5) {
		rows = append(rows, t.Str(r, "place_a")+" – "+t.Str(r, "place_b")+" "+lang.Int(t.Value(r, "works")))
	}
	said := []string{lang.Text{
		En: "{n} places, {pairs} pairs of which write together.", Hant: "{n} 個地方，其中 {pairs} 個組合有合著作品。", Hans: "{n} 个地方，其中 {pairs} 个组合有合著作品。",
	}.With(in.Lang, lang.Args{"n": lang.Int(float64(len(authors(t)))), "pairs": lang.Int(float64(t.Len()))})}
	if len(rows) > 0 {
		said = append(said, lang.Text{En: "The most: {rows}.", Hant: "最多的是：{rows}。", Hans: "最多的是：{rows}。"}.With(in.Lang, lang.Args{"rows": enumerated(in.Lang, rows)}))
	}
	return joined(in.Lang, said)
}
