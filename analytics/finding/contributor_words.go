package finding

import "meridian/analytics/lang"

func partWords(d dimension, direction string, more, against bool) (sentence, point lang.Text) {
	words := map[string][2]lang.Text{
		"outbound true": {
			{En: "{n} of the {total} more outbound students", Hant: "外訪學生增加 {total} 人，其中 {n} 人", Hans: "派出学生增加 {total} 人，其中 {n} 人"},
			{En: "{n} more outbound students", Hant: "外訪學生增加 {n} 人", Hans: "派出学生增加 {n} 人"}},
		"outbound false": {
			{En: "{n} of the {total} fewer outbound students", Hant: "外訪學生減少 {total} 人，其中 {n} 人", Hans: "派出学生减少 {total} 人，其中 {n} 人"},
			{En: "{n} fewer outbound students", Hant: "外訪學生減少 {n} 人", Hans: "派出学生减少 {n} 人"}},
		"inbound true": {
			{En: "{n} of the {total} more inbound students", Hant: "{coming}學生增加 {total} 人，其中 {n} 人", Hans: "{coming}学生增加 {total} 人，其中 {n} 人"},
			{En: "{n} more inbound students", Hant: "{coming}學生增加 {n} 人", Hans: "{coming}学生增加 {n} 人"}},
		"inbound false": {
			{En: "{n} of the {total} fewer inbound students", Hant: "{coming}學生減少 {total} 人，其中 {n} 人", Hans: "{coming}学生减少 {total} 人，其中 {n} 人"},
			{En: "{n} fewer inbound students", Hant: "{coming}學生減少 {n} 人", Hans: "{coming}学生减少 {n} 人"}},
	}
	key := direction + " false"
	if more {
		key = direction + " true"
	}
	if against {
		return d.first, words[key][1]
	}
	return lang.Text{En: "{who} accounts for {point} in {year}", Hant: "{year}{point}來自{who}的變動", Hans: "{year}{point}来自{who}的变动"}, words[key][0]
}

// coming is what the Chinese texts call students who arrive: 來港 says where, and is right in Hong Kong alone.
func coming(in In) string {
	if in.Home == "HK" {
		return lang.Text{En: "inbound", Hant: "來港", Hans: "来港"}.In(in.Lang)
	}
	return lang.Text{En: "inbound", Hant: "來訪", Hans: "来访"}.In(in.Lang)
}
