package chart

import (
	"cmp"
	"slices"
	"strings"

	"meridian/analytics/lang"
)

// The measures of the timeline, in CSS pixels of a chart 960 wide.
const (
	timelineWidth = 712.0 // from the first year to the last
	flagWidth     = 216.0
	flagLine      = 14.0
	listWidth     = 316.0 // of a text in the list that takes its place where it is narrow
)

// mark is an event with its place on the line, its lines of text, and how far its flag flies from the line in pixels.
type mark struct {
	row    int
	when   float64
	lines  []string
	height float64
	left   bool // its text reaches back over the line
}

// timelineMarks sets the events into lanes, each as high as its highest text.
func timelineMarks(in Input, from, perYear float64) []mark {
	var marks []mark
	for r := range in.Table.Rows {
		if when, ok := moment(in.Table.Str(r, "date")); ok {
			text := wrap(in.Table.Str(r, "event"), sizeSmall, flagWidth-12)
			marks = append(marks, mark{row: r, when: when, lines: append([]string{"{date|" + eventDate(in, r) + "}"}, text...)})
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.when, b.when) })
	flags := make([]flag, len(marks))
	for i, m := range marks {
		flags[i] = flag{(m.when - from) * perYear, flagWidth}
	}
	set := lanes(flags)
	for i, f := range set {
		marks[i].left = f.left
		for lane := 1; lane <= max(f.lane, -f.lane); lane++ {
			marks[i].height += laneHeight(marks, set, lane*f.lane/max(f.lane, -f.lane))
		}
		if f.lane < 0 {
			marks[i].height = -marks[i].height
		}
	}
	return marks
}

func laneHeight(marks []mark, set []flown, lane int) (height float64) {
	for i, m := range marks {
		if set[i].lane == lane {
			height = max(height, float64(len(m.lines))*flagLine+8)
		}
	}
	return height
}

// reach is how far flags fly below and above the line.
func reach(marks []mark) (low, high float64) {
	low, high = -20, 20
	for _, m := range marks {
		low, high = min(low, m.height), max(high, m.height)
	}
	return low, high
}

// timeline is what is drawn of the events: dots on the line, poles, texts.
type timeline struct{ poles, dots, texts []item }

func timelineItems(in Input, marks []mark) (out timeline) {
	for _, m := range marks {
		vertical := "top"
		if m.height < 0 {
			vertical = "bottom"
		}
		label := Option{"position": []int{0, 0}, "verticalAlign": vertical}
		if m.left {
			label["align"], label["padding"] = "right", []int{0, 6, 0, 0}
		}
		out.poles = append(out.poles, item{Value: []any{m.when, 0}}, item{Value: []any{m.when, m.height}}, item{Value: "-"})
		out.dots = append(out.dots, eventDot(in, m.row, []any{m.when, 0}))
		out.texts = append(out.texts, item{
			Title: strings.Join(m.lines, "\n"), Value: []any{m.when, m.height}, Row: row(m.row), Label: label,
		})
	}
	return out
}

// listItems are the events one under another, for a chart too narrow for a line of time.
func listItems(in Input) (out timeline) {
	n := in.Table.Len()
	out.poles = []item{{Value: []any{0, 0}}, {Value: []any{0, 1 - n}}}
	for r := range n {
		at := []any{0, -r}
		out.dots = append(out.dots, eventDot(in, r, at))
		lines := wrap(eventDate(in, r)+" · "+in.Table.Str(r, "event"), sizeSmall, listWidth)
		out.texts = append(out.texts, item{Title: strings.Join(lines, "\n"), Value: at, Row: row(r), Label: Option{"position": []int{0, 0}}})
	}
	return out
}

func eventDot(in Input, r int, at []any) item {
	return item{Name: in.Table.Str(r, "event"), Value: at, Row: row(r), ItemStyle: Option{"color": pillarColour(in, r)}}
}

// eventDate is the date as its source gives it, and the field of work.
func eventDate(in Input, r int) string {
	return lang.Text{En: "{date} · {field}", Hant: "{date} · {field}", Hans: "{date} · {field}"}.With(in.Lang, lang.Args{
		"date": lang.Date(in.Lang, in.Table.Str(r, "date")), "field": in.Table.Str(r, "pillar_name"),
	})
}

// pillarColour keeps one colour a field of work.
func pillarColour(in Input, r int) string {
	for i, pillar := range []string{"collaboration", "mobility", "alliances", "mainland", "governance"} {
		if in.Table.Str(r, "pillar") == pillar {
			return in.Theme.hue(i)
		}
	}
	return in.Theme.Muted
}
