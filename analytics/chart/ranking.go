package chart

import "meridian/analytics/lang"

// ranking is a list of horizontal bars, the largest on top, each with its name and number.
type ranking struct {
	measure string
	rows    int                // how many rows of the answer are drawn
	marked  int                // how many of the first bars are the finding
	name    func(r int) string // what stands left of a bar
	narrow  int                // how many rows are left where it is narrow, their long names on two lines; 0 keeps all, and cuts names
}

func (k ranking) draw(in Input) (Drawing, error) {
	var names []string
	items := make([]item, min(k.rows, in.Table.Len()))
	for r := range items {
		names = append(names, k.name(r))
		items[r] = item{Value: in.Table.Value(r, k.measure), Row: row(r)}
		if r < k.marked {
			items[r].ItemStyle = Option{"color": in.Theme.Accent}
			items[r].Label = Option{"color": in.Theme.Accent}
		}
	}
	var bars layers
	bars.add("bar", in.Table.Label(k.measure), items, Option{
		"barCategoryGap": "32%", "barMaxWidth": 28, "itemStyle": Option{"color": in.Theme.hue(0)},
		"label": Option{"show": true, "position": "right", "color": in.Theme.Ink, "fontSize": sizeText, "fontWeight": 600},
	}, Formatter{Path: "label.formatter", ID: "int"})
	drawing, err := bars.onAxes()
	if err != nil {
		return Drawing{}, err
	}
	drawing.Option = drawing.Option.Merge(base(in.Theme)).Merge(Option{
		"aria":  plainFill(),
		"grid":  []Option{{"right": k.labelRoom(in), "top": 4, "bottom": 4}},
		"xAxis": []Option{values(in.Theme).Merge(Option{"axisLabel": Option{"show": false}, "splitLine": Option{"show": false}})},
		"yAxis": []Option{categories(in.Theme).Merge(Option{
			"data": names, "inverse": true, "axisLine": Option{"show": false},
			"axisLabel": Option{"interval": 0, "hideOverlap": false, "color": in.Theme.Ink, "margin": 10},
		})},
	})
	wrap := func(o Option) Option { return Option{"yAxis": []Option{{"axisLabel": o}}} }
	wide := widestName(names)
	if wide > nameWrap {
		drawing.Option.Merge(wrap(Option{"width": nameWrap, "overflow": "break", "lineHeight": 14}))
	}
	if k.narrow > 0 {
		few := min(k.narrow, len(names))
		drawing.Option = drawing.Option.Narrow(480, Option{
			"series": []Option{{"data": items[:few]}},
			"yAxis": []Option{{
				"data": names[:few], "axisLabel": Option{"width": nameCut, "overflow": "break", "fontSize": sizeSmall, "lineHeight": 14},
			}},
		})
	} else if wide > nameCut {
		drawing.Option = drawing.Option.Narrow(480, wrap(Option{"width": nameCut, "overflow": "truncate", "fontSize": sizeSmall}))
	}
	return drawing, nil
}

// labelRoom is what the number of the longest bar takes beside it, in CSS pixels.
func (k ranking) labelRoom(in Input) float64 {
	return max(48, textWidth(lang.Int(largest(in.Table, k.measure)), sizeText)*1.05+10)
}

// The widths, in CSS pixels, at which a name goes on to a second line, and at which it is cut on a narrow page.
const nameWrap, nameCut = 400, 136

func widestName(names []string) (widest float64) {
	for _, name := range names {
		widest = max(widest, textWidth(name, sizeText))
	}
	return widest
}

// firstNames lists the names of the first rows.
func firstNames(in Input, column string, n int) string {
	var names []string
	for r := range min(n, in.Table.Len()) {
		names = append(names, in.Table.Str(r, column))
	}
	return lang.List(in.Lang, names)
}

// plainFill leaves patterns out where no colour has to be told from another: they would only lie under the numbers.
func plainFill() Option { return Option{"enabled": false, "decal": Option{"show": false}} }
