package match

// foreignCodes are codes that statistics write and ISO 3166-1 does not: the European Commission's, the World Bank's,
// and old ones of states that only changed their name. Codes of states that are no more stand in unsure.csv.
var foreignCodes = []struct{ written, place string }{
	{"UK", "GB"}, {"EL", "GR"},
	{"TP", "TL"}, {"TMP", "TL"}, {"ZR", "CD"}, {"ZAR", "CD"}, {"BU", "MM"}, {"BUR", "MM"}, {"ROM", "RO"},
	{"XKK", "XK"}, {"XKV", "XK"}, {"KSV", "XK"}, {"RKS", "XK"}, {"UNK", "XK"},
	{"ADO", "AD"}, {"IMY", "IM"}, {"WBG", "PS"},
}
