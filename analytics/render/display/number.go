package display

import "strconv"

// scanNumber reads the number a text begins with and says how long it is.
// Plain decimals, nearly all of them, are read directly.
func scanNumber(data string) (float64, int) {
	at, negative := 0, false
	if at < len(data) && (data[at] == '-' || data[at] == '+') {
		negative = data[at] == '-'
		at++
	}
	digits, decimals, mantissa := 0, 0, uint64(0)
	for point := false; at < len(data); at++ {
		c := data[at]
		if c == '.' && !point {
			point = true
			continue
		}
		if c < '0' || c > '9' {
			break
		}
		mantissa = mantissa*10 + uint64(c-'0')
		digits++
		if point {
			decimals++
		}
	}
	if digits == 0 {
		return 0, 0
	}
	if at < len(data) && (data[at]|0x20) == 'e' || digits > 17 {
		return scanExponent(data, at)
	}
	value := float64(mantissa) / powers[decimals]
	if negative {
		value = -value
	}
	return value, at
}

func scanExponent(data string, at int) (float64, int) {
	if at < len(data) && (data[at]|0x20) == 'e' {
		at++
		if at < len(data) && (data[at] == '-' || data[at] == '+') {
			at++
		}
		for at < len(data) && data[at] >= '0' && data[at] <= '9' {
			at++
		}
	}
	value, err := strconv.ParseFloat(data[:at], 64)
	if err != nil {
		return 0, 0
	}
	return value, at
}

var powers = [18]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17}
