package finding

import "meridian/analytics/lang"

var byStatus = Read{Chart: "agreement-status"}

// soon is how many days before its end an agreement is due: the two nearest horizons of the status.
const soon = 180

func overdueAgreements() Rule {
	return Rule{
		ID: "agreements-overdue", Kind: Attention, Subject: "collaboration", Reads: []Read{byStatus},
		Why: lang.Text{
			En:   "agreements whose end date lies before the data set's day and that are still marked as in effect",
			Hant: "屆滿日早於數據截止日而仍標示為生效的協議",
			Hans: "到期日早于数据截止日而仍标示为生效的协议",
		},
		Find: func(in In) []Found {
			return due(in, []string{"overdue"},
				lang.Text{En: "{point} and still marked as in effect", Hant: "{point}，仍標示為生效", Hans: "{point}，仍标示为生效"},
				lang.Text{En: "{n} agreements are past their end date", Hant: "{n} 份協議已過屆滿日", Hans: "{n} 份协议已过到期日"},
				lang.Text{En: "One agreement is past its end date", Hant: "一份協議已過屆滿日", Hans: "一份协议已过到期日"})
		},
	}
}

func expiringAgreements() Rule {
	return Rule{
		ID: "agreements-expiring", Kind: Attention, Subject: "collaboration", Reads: []Read{byStatus},
		Limits: map[string]float64{"days": soon},
		Why: lang.Text{
			En:   "agreements in effect that end within {days} days of the data set's day",
			Hant: "於數據截止日後 {days} 天內屆滿的生效協議",
			Hans: "于数据截止日后 {days} 天内到期的生效协议",
		},
		Find: func(in In) []Found {
			found := due(in, []string{"within_90_days", "within_180_days"},
				lang.Text{En: "{point} within {days} days, {urgent} of them within 90", Hant: "{point}將於 {days} 天內屆滿，其中 {urgent} 份在 90 天內", Hans: "{point}将于 {days} 天内到期，其中 {urgent} 份在 90 天内"},
				lang.Text{En: "{n} agreements end", Hant: "{n} 份協議", Hans: "{n} 份协议"},
				lang.Text{En: "One agreement ends", Hant: "一份協議", Hans: "一份协议"})
			for i, f := range found {
				if f.Args["urgent"] == f.Args["n"] || f.Args["urgent"] == "0" {
					found[i].Sentence = lang.Text{En: "{point} within {nearest} days", Hant: "{point}將於 {nearest} 天內屆滿", Hans: "{point}将于 {nearest} 天内到期"}
				}
			}
			return found
		},
	}
}

// due counts the agreements of some statuses.
func due(in In, statuses []string, sentence, many, single lang.Text) []Found {
	t := in.Tables[byStatus]
	var n, all, urgent float64
	var numbers []Number
	for r := range t.Rows {
		all += t.Value(r, "agreements")
	}
	for i, status := range statuses {
		r := t.Find(map[string]string{"agreement_status": status})
		if r < 0 {
			continue
		}
		count := t.Value(r, "status_agreements")
		if n += count; i == 0 {
			urgent = count
		}
		number := in.cell(byStatus, r, "status_agreements")
		number.Label = t.Str(r, "status_name")
		numbers = append(numbers, number)
	}
	if n == 0 {
		return nil
	}
	point, nearest := many, lang.Int(soon)
	if n == 1 {
		point = single
	}
	if urgent == n {
		nearest = "90"
	}
	return []Found{{
		About: statuses[0], Sentence: sentence, Point: point, Amount: lang.Int(n), Numbers: numbers, Size: toDo(n), Base: all,
		Args: lang.Args{"n": lang.Int(n), "urgent": lang.Int(urgent), "days": lang.Int(soon), "nearest": nearest},
	}}
}
