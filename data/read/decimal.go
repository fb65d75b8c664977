package read

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// decimals turns whole numbers of tenths, hundredths and so on into text.
func decimals(kind parquet.Kind, scale int) (toText, error) {
	if scale < 0 || scale > 100 {
		return nil, refuse("a column of decimals has an impossible scale", "write the file anew")
	}
	if kind == parquet.Int32 || kind == parquet.Int64 {
		return wholes(func(n int64) string { return pointed(strconv.FormatInt(n, 10), scale) }), nil
	}
	return func(v parquet.Value) (string, string) {
		b := v.ByteArray()
		if len(b) > 64 {
			return "", "a decimal is longer than any real one"
		}
		n := new(big.Int).SetBytes(b)
		if len(b) > 0 && b[0]&0x80 != 0 {
			n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
		}
		return pointed(n.String(), scale), ""
	}, nil
}

// pointed sets the decimal point into digits, and leaves out the zeros after it.
func pointed(digits string, scale int) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	if missing := scale + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	front, behind := digits[:len(digits)-scale], strings.TrimRight(digits[len(digits)-scale:], "0")
	if behind == "" {
		return sign + front
	}
	return unmistakable(sign + front + "." + behind)
}

// unmistakable puts a zero behind a number such as 2.125, which a file of text could mean as two thousand: here the
// point is known to be the decimal sign.
func unmistakable(text string) string {
	front, behind, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	if len(behind) == 3 && len(front) >= 1 && len(front) <= 3 && front[0] != '0' && strings.Trim(front+behind, "0123456789") == "" {
		return text + "0"
	}
	return text
}
