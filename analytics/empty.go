package analytics

import (
	"context"
	"slices"
	"strings"

	"meridian/analytics/chart"
	"meridian/analytics/lang"
)

// whyEmpty says in words why a chart has no rows, where it is the evidence asked for that it has none of. Empty where
// another filter or the data set itself is the reason.
func (n *Network) whyEmpty(ctx context.Context, c chart.Chart, q Question) (string, error) {
	wanted := q.Filter.Evidence
	if len(wanted) == 0 {
		return "", nil
	}
	q.Filter.Evidence = nil
	t, err := n.Answer(ctx, c.Metric, q)
	if err != nil || t.Len() == 0 {
		return "", err
	}
	have := slices.DeleteFunc(slices.Clone(grades), func(grade string) bool { return !slices.Contains(t.Grades, grade) })
	return lang.Text{
		En:   "No {wanted} rows: this chart’s rows are {have}.",
		Hant: "沒有「{wanted}」資料：此圖表的資料屬「{have}」。",
		Hans: "没有“{wanted}”数据：此图表的数据属“{have}”。",
	}.With(q.Lang, lang.Args{"wanted": n.graded(wanted, "own-record", q.Lang), "have": n.graded(have, "own records", q.Lang)}), nil
}

// graded names grades as they stand inside a sentence. What is called own records in the data set is called so here, in
// English as the place in the sentence asks.
func (n *Network) graded(ids []string, own string, l lang.Lang) string {
	names := map[string]lang.Text{
		"published": {En: "published", Hant: "已公布", Hans: "已公布"}, "derived": {En: "derived", Hant: "推算", Hans: "推算"},
		"illustrative": {En: "illustrative", Hant: "示例", Hans: "示例"},
	}
	dimensions := n.Dimensions(l)
	if called := dimensions.labels("evidence", []string{"published"}); len(called) == 1 {
		names["published"] = lang.Text{En: strings.ReplaceAll(strings.ToLower(called[0]), "own records", own), Hant: called[0], Hans: called[0]}
	}
	var said []string
	for _, id := range ids {
		said = append(said, names[id].In(l))
	}
	if l == lang.English {
		return strings.Join(said, " or ")
	}
	return lang.List(l, said)
}
