package finding

import (
	"strings"

	"meridian/analytics/lang"
)

// due gives the agreements that need a decision, beside the chart that shows them.
func due(chart string) Read { return Read{Chart: chart, Metric: "agreements_due"} }

// soon is how many days before its end an agreement is due, and idle after how many years without anybody or anything
// one is dormant; both are the metric's.
const (
	soon = 180
	idle = 3
)

func overdueAgreements() Rule {
	return Rule{
		ID: "overdue-agreements", Kind: Attention, Subject: "collaboration", Reads: []Read{due("agreements-expiring")},
		Why: lang.Text{
			En:   "agreements whose end date lies before the data set's day and that are still marked as in effect; the partners with the most people moving are named",
			Hant: "屆滿日早於數據截止日而仍標示為生效的協議；列出往來人數最多的夥伴",
			Hans: "到期日早于数据截止日而仍标示为生效的协议；列出往来人数最多的伙伴",
		},
		Find: func(in In) []Found {
			return in.undecided(due("agreements-expiring"), "overdue",
				lang.Text{En: "{point} and still marked as in effect, those with {who} among them", Hant: "{point}，仍標示為生效，包括與{who}的協議", Hans: "{point}，仍标示为生效，包括与{who}的协议"},
				lang.Text{En: "{n} agreements are past their end date", Hant: "{n} 份協議已過屆滿日", Hans: "{n} 份协议已过到期日"},
				lang.Text{En: "{point} and still marked as in effect: that with {who}", Hant: "與{who}的{point}，仍標示為生效", Hans: "与{who}的{point}，仍标示为生效"},
				lang.Text{En: "One agreement is past its end date", Hant: "一份協議已過屆滿日", Hans: "一份协议已过到期日"})
		},
	}
}

func expiringAgreements() Rule {
	return Rule{
		ID: "expiring-agreements", Kind: Attention, Subject: "collaboration", Reads: []Read{due("agreements-expiring")},
		Limits: map[string]float64{"days": soon},
		Why: lang.Text{
			En:   "agreements in effect that end within {days} days of the data set's day; the partners with the most people moving are named",
			Hant: "於數據截止日後 {days} 天內屆滿的生效協議；列出往來人數最多的夥伴",
			Hans: "于数据截止日后 {days} 天内到期的生效协议；列出往来人数最多的伙伴",
		},
		Find: func(in In) []Found {
			return in.undecided(due("agreements-expiring"), "expiring",
				lang.Text{En: "{point} within {days} days, {urgent} of them within 90, those with {who} among them", Hant: "{point}將於 {days} 天內屆滿，其中 {urgent} 份在 90 天內，包括與{who}的協議", Hans: "{point}将于 {days} 天内到期，其中 {urgent} 份在 90 天内，包括与{who}的协议"},
				lang.Text{En: "{n} agreements end", Hant: "{n} 份協議", Hans: "{n} 份协议"},
				lang.Text{En: "{point} within {days} days: that with {who}", Hant: "與{who}的{point}將於 {days} 天內屆滿", Hans: "与{who}的{point}将于 {days} 天内到期"},
				lang.Text{En: "One agreement ends", Hant: "一份協議", Hans: "一份协议"})
		},
	}
}

func dormantAgreements() Rule {
	return Rule{
		ID: "dormant-agreements", Kind: Attention, Subject: "collaboration", Reads: []Read{due("agreements-dormant")},
		Limits: map[string]float64{"years": idle},
		Why: lang.Text{
			En:   "agreements in effect whose partner had no student, staff or project for {years} years or more; a new one has as long to begin",
			Hant: "夥伴 {years} 年或以上並無學生、教職員往來或項目的生效協議；新協議亦有 {years} 年時間開展",
			Hans: "伙伴 {years} 年或以上并无学生、教职员往来或项目的生效协议；新协议亦有 {years} 年时间开展",
		},
		Find: func(in In) []Found {
			return in.undecided(due("agreements-dormant"), "dormant",
				lang.Text{En: "{point}: no student, staff or project in {years} years, those with {who} among them", Hant: "{point}：{years} 年內並無學生、教職員往來或項目，包括與{who}的協議", Hans: "{point}：{years} 年内并无学生、教职员往来或项目，包括与{who}的协议"},
				lang.Text{En: "{n} agreements are dormant", Hant: "{n} 份協議沉寂", Hans: "{n} 份协议沉寂"},
				lang.Text{En: "{point}, that with {who}: no student, staff or project in {years} years", Hant: "與{who}的{point}：{years} 年內並無學生、教職員往來或項目", Hans: "与{who}的{point}：{years} 年内并无学生、教职员往来或项目"},
				lang.Text{En: "One agreement is dormant", Hant: "一份協議沉寂", Hans: "一份协议沉寂"})
		},
	}
}

// undecided tells a group of agreements that need a decision.
func (in In) undecided(read Read, state string, some, many, one, single lang.Text) []Found {
	t := in.Tables[read]
	r := t.Find(map[string]string{"due_state": state})
	if r < 0 {
		return nil
	}
	n := t.Value(r, "agreements")
	sentence, point := some, many
	if n == 1 {
		sentence, point = one, single
	}
	count := in.summed(read, lang.Text{En: "Agreements", Hant: "協議", Hans: "协议"}, n, "", r)
	return []Found{{
		About: "agreements " + state, Sentence: sentence, Point: point, Amount: lang.Int(n), Numbers: []Number{count},
		Size: toDo(n), Base: t.Value(r, "agreements_running"),
		Args: lang.Args{
			"n": lang.Int(n), "urgent": lang.Int(t.Value(r, "agreements_within_90")), "days": lang.Int(soon), "years": lang.Int(idle),
			"who": lang.List(in.Lang, strings.Split(t.Str(r, "named_partners"), "|")),
		},
	}}
}
