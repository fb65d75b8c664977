package chart

import (
	"strings"

	"meridian/analytics/finding"
	"meridian/analytics/lang"
	"meridian/analytics/table"
)

// projectsKnown tells whether the projects could name a member at all: where they could not, that none is named says nothing.
func projectsKnown(t *table.Table) bool {
	_, known := t.Num(0, "all_active")
	return known
}

// activated names the alliance of whose named members the largest share works with the university; where of none does, it
// says that. A share of fewer than five members is not compared. Where projects cannot tell, it says what other ties do.
func activated(in Input) finding.Finding {
	t := in.Table
	all, tied := t.Value(0, "all_members"), t.Value(0, "all_tied")
	if !projectsKnown(t) {
		if tied == 0 {
			return finding.Finding{}
		}
		return finding.Say(in.Lang,
			lang.Text{En: "{point} are partners by other ties; no project of a named member is in the data", Hant: "{point}因其他聯繫而為夥伴；數據中沒有具名成員的項目記錄", Hans: "{point}因其他联系而为伙伴；数据中没有具名成员的项目记录"},
			lang.Text{En: "{n} of {all} named members", Hant: "{all} 名具名成員中 {n} 名", Hans: "{all} 名具名成员中 {n} 名"},
			lang.Args{"n": lang.Int(tied), "all": lang.Int(all)})
	}
	if t.Value(0, "all_active") == 0 {
		if all < 5 {
			return finding.Finding{}
		}
		return finding.Say(in.Lang,
			lang.Text{En: "{point} has a project running; partners among them: {tied}", Hant: "{point}有項目進行中；其中夥伴 {tied} 名", Hans: "{point}有项目进行中；其中伙伴 {tied} 名"},
			lang.Text{En: "None of {all} named members", Hant: "{all} 名具名成員均沒", Hans: "{all} 名具名成员均没"},
			lang.Args{"all": lang.Int(all), "tied": lang.Int(tied)})
	}
	best := -1
	for _, r := range rowsWhere(t, func(r int) bool { return t.Value(r, "members") >= 5 }) {
		if best < 0 || t.Value(r, "activation") > t.Value(best, "activation") {
			best = r
		}
	}
	level := best >= 0 && countWhere(t, func(r int) bool {
		return t.Value(r, "members") >= 5 && t.Value(r, "activation") == t.Value(best, "activation")
	}) > 1
	if best < 0 || level || t.Value(best, "active_members") == 0 {
		return finding.Finding{}
	}
	return finding.Say(in.Lang,
		lang.Text{En: "{alliance} brings the most: {point} have a project running", Hant: "{alliance} 帶來最多合作：{point}有項目進行中", Hans: "{alliance} 带来最多合作：{point}有项目进行中"},
		lang.Text{En: "{n} of {all} named members", Hant: "{all} 名具名成員中 {n} 名", Hans: "{all} 名具名成员中 {n} 名"},
		lang.Args{"alliance": t.Str(best, "alliance"), "n": lang.Int(t.Value(best, "active_members")), "all": lang.Int(t.Value(best, "members"))})
}

// broughtInWords answers for each alliance what it brought, and names up to five of the partners in it.
func broughtInWords(in Input) string {
	t := in.Table
	if !projectsKnown(t) {
		return otherTiesInWords(in)
	}
	var said []string
	for r := range t.Rows {
		said = append(said, lang.Text{
			En:   "{alliance}: {named} named members, {tied} of them partners, {active} with a project running; {projects} projects begun, {out} students sent, {in} received.",
			Hant: "{alliance}：具名成員 {named} 名，其中夥伴 {tied} 名，有項目進行者 {active} 名；開展項目 {projects} 項，外訪 {out} 人，{coming} {in} 人。",
			Hans: "{alliance}：具名成员 {named} 名，其中伙伴 {tied} 名，有项目进行者 {active} 名；开展项目 {projects} 项，派出 {out} 人，{coming} {in} 人。",
		}.With(in.Lang, lang.Args{
			"alliance": t.Str(r, "alliance"), "named": lang.Int(t.Value(r, "members")), "tied": lang.Int(t.Value(r, "tied_members")),
			"active": lang.Int(t.Value(r, "active_members")), "projects": lang.Int(t.Value(r, "projects")),
			"out": lang.Int(t.Value(r, "outbound")), "in": lang.Int(t.Value(r, "inbound")), "coming": in.coming(),
		}))
		said = append(said, partnersIn(in, r)...)
	}
	return joined(in.Lang, said)
}

// otherTiesInWords says of each alliance how many members are partners, and that of their projects nothing is known.
func otherTiesInWords(in Input) string {
	t := in.Table
	said := []string{lang.Text{
		En:   "No project of a named member is in the data, so whether one is running is not known.",
		Hant: "數據中沒有具名成員的項目記錄，因此是否有項目進行中無從得知。",
		Hans: "数据中没有具名成员的项目记录，因此是否有项目进行中无从得知。",
	}.In(in.Lang)}
	for r := range t.Rows {
		said = append(said, lang.Text{
			En:   "{alliance}: {named} named members, {tied} of them partners.",
			Hant: "{alliance}：具名成員 {named} 名，其中夥伴 {tied} 名。",
			Hans: "{alliance}：具名成员 {named} 名，其中伙伴 {tied} 名。",
		}.With(in.Lang, lang.Args{"alliance": t.Str(r, "alliance"), "named": lang.Int(t.Value(r, "members")), "tied": lang.Int(t.Value(r, "tied_members"))}))
		said = append(said, partnersIn(in, r)...)
	}
	return joined(in.Lang, said)
}

// partnersIn names up to five of the partners in an alliance.
func partnersIn(in Input, r int) []string {
	names := in.Table.Str(r, "tied_names")
	if names == "" {
		return nil
	}
	list := strings.Split(names, "|")
	return []string{lang.Text{En: "Partners in it: {names}.", Hant: "其中夥伴：{names}。", Hans: "其中伙伴：{names}。"}.
		With(in.Lang, lang.Args{"names": enumerated(in.Lang, list[:min(5, len(list))])})}
}
