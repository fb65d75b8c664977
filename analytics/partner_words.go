package analytics

import (
	"cmp"
	"strings"

	"meridian/analytics/lang"
)

// inWords answers what was done with a partner: a sentence for each fact that has rows. A partner of which nothing but
// its alliances is known is said to be known as that.
func (p *PartnerProfile) inWords(l lang.Lang) string {
	var said []string
	say := func(yes bool, sentence lang.Text, args lang.Args) {
		if yes {
			said = append(said, sentence.With(l, args))
		}
	}
	var established, members []string
	for _, e := range p.Establishments {
		established = append(established, e.Name)
	}
	for _, a := range p.Alliances {
		members = append(members, cmp.Or(a.Acronym, a.Name))
	}
	say(len(established) > 0, lang.Text{En: "Set up with it: {names}.", Hant: "與其合作設立：{names}。", Hans: "与其合作设立：{names}。"}, lang.Args{"names": lang.List(l, established)})
	n := len(p.Agreements)
	say(n > 0, lang.Plural(int64(n), lang.Text{En: "One agreement on record.", Hant: "協議記錄 1 份。", Hans: "协议记录 1 份。"},
		lang.Text{En: "{n} agreements on record.", Hant: "協議記錄 {n} 份。", Hans: "协议记录 {n} 份。"}), lang.Args{"n": lang.Int(float64(n))})
	say(p.Projects.Total > 0, lang.Plural(int64(p.Projects.Total), lang.Text{En: "One project.", Hant: "項目 1 個。", Hans: "项目 1 个。"},
		lang.Text{En: "{n} projects.", Hant: "項目 {n} 個。", Hans: "项目 {n} 个。"}), lang.Args{"n": lang.Int(float64(p.Projects.Total))})
	if out, in := p.Partner.Outbound, p.Partner.Inbound; out != nil && in != nil {
		say(*out+*in > 0, lang.Text{En: "On exchange, {out} students sent and {in} received.", Hant: "交流學生：外訪 {out} 人，來訪 {in} 人。", Hans: "交流学生：派出 {out} 人，来访 {in} 人。"},
			lang.Args{"out": lang.Int(*out), "in": lang.Int(*in)})
	}
	args := lang.Args{"names": lang.List(l, members)}
	if len(said) == 0 && len(members) > 0 {
		return lang.Text{En: "Known only as a member of {names}.", Hant: "只知其為 {names} 成員。", Hans: "只知其为 {names} 成员。"}.With(l, args)
	}
	say(len(members) > 0, lang.Text{En: "A member of {names}.", Hant: "{names} 成員。", Hans: "{names} 成员。"}, args)
	separator := " "
	if l != lang.English {
		separator = ""
	}
	return strings.Join(said, separator)
}
