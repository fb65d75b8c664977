package lang

// Currency names a currency by its ISO 4217 code: in Chinese by its name where it is a common one, otherwise by its code.
func Currency(code string) Text {
	chinese := map[string][2]string{
		"AUD": {"澳元", "澳元"}, "CAD": {"加元", "加元"}, "CHF": {"瑞士法郎", "瑞士法郎"}, "CNY": {"人民幣", "人民币"},
		"EUR": {"歐元", "欧元"}, "GBP": {"英鎊", "英镑"}, "HKD": {"港元", "港元"}, "JPY": {"日圓", "日元"},
		"KRW": {"韓圜", "韩元"}, "MOP": {"澳門元", "澳门元"}, "SGD": {"新加坡元", "新加坡元"}, "TWD": {"新台幣", "新台币"},
		"USD": {"美元", "美元"},
	}
	if name, known := chinese[code]; known {
		return Text{En: code, Hant: name[0], Hans: name[1]}
	}
	return Text{En: code, Hant: code, Hans: code}
}
