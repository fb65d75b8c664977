package analytics

import (
	"encoding/json"
	"strings"
	"testing"

	"meridian/analytics/chart"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// Where some rows are illustrative and others not, every chart tells their marks apart and says how; where all are, it
// says so once and draws as ever.
func TestIllustrativeMarksAreToldApart(t *testing.T) {
	for name, n := range map[string]*Network{"default": network(t), "network": wholeNetwork(t)} {
		for _, c := range chart.Catalogue() {
			if !n.available[c.ID] || c.Graded {
				continue
			}
			answer, err := n.Answer(t.Context(), c.Metric, Question{Lang: lang.English})
			if err != nil {
				t.Fatal(err)
			}
			for _, theme := range []string{"light", "dark", "hc"} {
				toldApart(t, name, n, c, theme, answer)
			}
		}
	}
}

func toldApart(t *testing.T, name string, n *Network, c chart.Chart, themeID string, answer *table.Table) {
	t.Helper()
	theme, err := chart.ThemeByID(themeID)
	if err != nil {
		t.Fatal(err)
	}
	in := chart.Input{Table: answer, Lang: lang.English, Theme: theme, Home: n.home(lang.English), AsOf: n.asOf}
	answer.Evidence = "illustrative"
	grade(answer, func(int) string { return "illustrative" })
	plain, err := c.Build(in)
	if err != nil {
		t.Fatal(err)
	}
	all, err := c.Draw(in)
	if err != nil || words(t, all, nil) != words(t, plain, nil) {
		t.Errorf("%s, %s: a chart of illustrative rows only is drawn in another way (%v)", name, c.ID, err)
	}
	apart := 0
	for odd := range 2 {
		grade(answer, func(r int) string { return grades[(r+odd)%2*2] })
		apart += someApart(t, name+", "+c.ID+" in "+themeID, c, in)
	}
	if apart == 0 && answer.Len() > 1 {
		t.Errorf("%s, %s: no mark is told apart among %d rows", name, c.ID, answer.Len())
	}
}

// someApart draws a chart of rows of both kinds and counts the marks that are told apart.
func someApart(t *testing.T, where string, c chart.Chart, in chart.Input) int {
	t.Helper()
	mixed, err := c.Draw(in)
	if err != nil {
		t.Fatal(err)
	}
	var option any
	if err := json.Unmarshal([]byte(words(t, mixed.Option, nil)), &option); err != nil {
		t.Fatal(err)
	}
	m := marks{grades: in.Table.Grades, surface: in.Theme.Surface}
	m.walk(option)
	for _, wrong := range m.wrong {
		t.Errorf("%s: %s", where, wrong)
	}
	if m.apart > 0 && !strings.Contains(mixed.Note, "illustrative") {
		t.Errorf("%s: %d marks told apart, and the note is %q", where, m.apart, mixed.Note)
	}
	return m.apart
}

func grade(t *table.Table, of func(row int) string) {
	for r := range t.Grades {
		t.Grades[r] = of(r)
	}
}

// marks looks at every data item that stands for a row.
type marks struct {
	grades  []string
	surface string
	apart   int
	wrong   []string
}

func (m *marks) walk(node any) {
	switch node := node.(type) {
	case map[string]any:
		if row, ok := node["row"].(float64); ok && node["value"] != "-" {
			m.look(node, int(row))
		}
		for _, inner := range node {
			m.walk(inner)
		}
	case []any:
		for _, inner := range node {
			m.walk(inner)
		}
	}
}

func (m *marks) look(item map[string]any, row int) {
	style, _ := item["itemStyle"].(map[string]any)
	line, _ := item["lineStyle"].(map[string]any)
	isApart := style["decal"] != nil && style["color"] != "transparent" || style["color"] == m.surface || line["type"] == "dashed" || line["opacity"] == 0.15
	switch {
	case m.grades[row] == "illustrative" && isApart:
		m.apart++
	case m.grades[row] == "illustrative":
		m.wrong = append(m.wrong, "an illustrative row looks like a published one: "+short(item))
	case style["decal"] != nil && style["decal"].(map[string]any)["dashArrayX"] != nil || style["color"] == m.surface:
		m.wrong = append(m.wrong, "a published row looks illustrative: "+short(item))
	}
}

func short(item map[string]any) string {
	text, err := json.Marshal(item)
	if err != nil {
		return err.Error()
	}
	return string(text[:min(len(text), 200)])
}
