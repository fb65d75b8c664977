package outline

import "slices"

// parts are the places with a code of their own that are counted with another place as often as apart: statistics
// put Réunion under France. Hong Kong, Macao and Taiwan are always told apart.
func parts(code string) []string {
	switch code {
	case "AU":
		return []string{"CC", "CX", "HM", "NF"}
	case "DK":
		return []string{"FO", "GL"}
	case "FI":
		return []string{"AX"}
	case "FR":
		return []string{"BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"}
	case "GB":
		return []string{"AI", "BM", "FK", "GG", "GI", "GS", "IM", "IO", "JE", "KY", "MS", "PN", "SH", "TC", "VG"}
	case "NL":
		return []string{"AW", "BQ", "CW", "SX"}
	case "NO":
		return []string{"BV", "SJ"}
	case "NZ":
		return []string{"CK", "NU", "TK"}
	case "US":
		return []string{"AS", "GU", "MP", "PR", "UM", "VI"}
	}
	return nil
}

// withParts is a place and its parts.
func withParts(code string) []string { return slices.Concat([]string{code}, parts(code)) }
