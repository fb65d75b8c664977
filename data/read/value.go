package read

import (
	"fmt"
	"math"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/format"
)

// remembered is how many texts of one column are kept to be given again.
const remembered = 10_000

type toText = func(parquet.Value) (text, wrong string)

// textOf gives what turns the values of a column into text.
func textOf(column *parquet.Column) (toText, error) {
	kind := column.Type().Kind()
	if logical := column.Type().LogicalType(); logical != nil && logical.Value != nil {
		switch logical := logical.Value.(type) {
		case *format.DateType:
			return wholes(func(n int64) string { return time.Unix(n*86400, 0).UTC().Format(time.DateOnly) }), nil
		case *format.TimestampType:
			unit := unitOf(logical.Unit)
			return wholes(func(n int64) string { return momentText(n, unit) }), nil
		case *format.TimeType:
			unit := unitOf(logical.Unit)
			return wholes(func(n int64) string { return clockText(n, unit) }), nil
		case *format.DecimalType:
			return decimals(kind, int(logical.Scale))
		case *format.IntType:
			if !logical.IsSigned {
				return unsigned(kind), nil
			}
		case *format.StringType, *format.EnumType, *format.JsonType:
			return texts8(), nil
		case *format.UUIDType:
			return func(v parquet.Value) (string, string) {
				b := v.ByteArray()
				return fmt.Sprintf("%x-%x-%x-%x-%x", b[0:4], b[4:6], b[6:8], b[8:10], b[10:16]), ""
			}, nil
		case *format.Float16Type:
			return func(v parquet.Value) (string, string) { return float16(v.ByteArray()), "" }, nil
		case *format.NullType:
			return func(parquet.Value) (string, string) { return "", "" }, nil
		default:
			return nil, refuse(fmt.Sprintf("the column %s is of the type %s, which is no text, number or date", column.Name(), logical), "leave the column out")
		}
	}
	return plainText(kind), nil
}

// plainText is for columns that say no more than how their values are stored.
func plainText(kind parquet.Kind) toText {
	switch kind {
	case parquet.Boolean:
		return func(v parquet.Value) (string, string) { return strconv.FormatBool(v.Boolean()), "" }
	case parquet.Int32, parquet.Int64:
		return func(v parquet.Value) (string, string) { return strconv.FormatInt(whole(v), 10), "" }
	case parquet.Float:
		return func(v parquet.Value) (string, string) {
			return unmistakable(strconv.FormatFloat(float64(v.Float()), 'f', -1, 32)), ""
		}
	case parquet.Double:
		return func(v parquet.Value) (string, string) {
			return unmistakable(strconv.FormatFloat(v.Double(), 'f', -1, 64)), ""
		}
	case parquet.Int96:
		return func(v parquet.Value) (string, string) { return moment96(v.Int96()), "" }
	}
	return texts8()
}

func whole(v parquet.Value) int64 {
	if v.Kind() == parquet.Int32 {
		return int64(v.Int32())
	}
	return v.Int64()
}

func unsigned(kind parquet.Kind) toText {
	if kind == parquet.Int32 {
		return func(v parquet.Value) (string, string) { return strconv.FormatUint(uint64(v.Uint32()), 10), "" }
	}
	return func(v parquet.Value) (string, string) { return strconv.FormatUint(v.Uint64(), 10), "" }
}

// wholes turns whole numbers into text, remembering those it has met.
func wholes(say func(int64) string) toText {
	known := map[int64]string{}
	return func(v parquet.Value) (string, string) {
		n := whole(v)
		text, ok := known[n]
		if !ok {
			text = say(n)
			if len(known) < remembered {
				known[n] = text
			}
		}
		return text, ""
	}
}

// texts8 gives texts as they are when they are UTF-8, remembering those it has met.
func texts8() toText {
	known := map[string]string{}
	return func(v parquet.Value) (string, string) {
		b := v.ByteArray()
		if text, ok := known[string(b)]; ok {
			return text, ""
		}
		if !utf8.Valid(b) {
			return "", "the cell holds bytes that are not UTF-8"
		}
		if len(b) > MaxCell {
			return "", "a cell is longer than 1 MB"
		}
		text := string(b)
		if len(known) < remembered && len(b) < 256 {
			known[text] = text
		}
		return text, ""
	}
}

func unitOf(unit format.TimeUnit) time.Duration {
	if unit.Value == nil {
		return time.Millisecond
	}
	return unit.Value.Duration()
}

// momentText is a moment counted from 1970 in a unit, as a day when it is midnight.
func momentText(n int64, unit time.Duration) string {
	per := int64(time.Second / unit)
	seconds, rest := n/per, n%per
	at := time.Unix(seconds, rest*int64(unit)).UTC()
	if at.Hour() == 0 && at.Minute() == 0 && at.Second() == 0 && at.Nanosecond() == 0 {
		return at.Format(time.DateOnly)
	}
	return at.Format("2006-01-02T15:04:05.999999999")
}

func clockText(n int64, unit time.Duration) string {
	return time.Unix(0, 0).UTC().Add(time.Duration(n) * unit).Format("15:04:05.999999999")
}

// moment96 is a moment as older programs write it: nanoseconds of a Julian day.
func moment96(v deprecated.Int96) string {
	day, nanos := int64(v[2]), int64(v[1])<<32|int64(v[0])
	const julian1970 = 2440588
	return momentText((day-julian1970)*86400*1000+nanos/1e6, time.Millisecond)
}

// float16 is a half-precision number.
func float16(b []byte) string {
	bits := uint16(b[1])<<8 | uint16(b[0])
	exponent, fraction := int(bits>>10&31), float64(bits&1023)
	value := math.Ldexp(fraction, -24)
	switch {
	case exponent == 31 && fraction == 0:
		value = math.Inf(1)
	case exponent == 31:
		value = math.NaN()
	case exponent > 0:
		value = math.Ldexp(1024+fraction, exponent-25)
	}
	if bits&0x8000 != 0 {
		value = -value
	}
	return unmistakable(strconv.FormatFloat(value, 'f', -1, 32))
}
