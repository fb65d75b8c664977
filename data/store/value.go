package store

import (
	"fmt"
	"math"
	"math/big"
	"strings"
	"time"

	"github.com/duckdb/duckdb-go/v2"
)

// kind is the result's type for a type of the database.
func kind(database string) string {
	name := strings.TrimRight(database, "[]0123456789")
	name, _, _ = strings.Cut(name, "(")
	switch name {
	case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT":
		return "int"
	case "FLOAT", "DOUBLE", "DECIMAL":
		return "float"
	case "BOOLEAN":
		return "bool"
	case "DATE":
		return "date"
	}
	return "string"
}

// plain turns the driver's value into one of the result's. What JSON cannot hold (infinity, not a number) is nil.
func plain(value any, date bool) (any, error) {
	switch v := value.(type) {
	case nil, bool, string, int64:
		return v, nil
	case int8:
		return int64(v), nil
	case int16:
		return int64(v), nil
	case int32:
		return int64(v), nil
	case uint8:
		return int64(v), nil
	case uint16:
		return int64(v), nil
	case uint32:
		return int64(v), nil
	case uint64:
		return whole(new(big.Int).SetUint64(v))
	case *big.Int:
		return whole(v)
	case float32:
		return finite(float64(v)), nil
	case float64:
		return finite(v), nil
	case duckdb.Decimal:
		return finite(v.Float64()), nil
	case time.Time:
		return instant(v, date), nil
	case []byte:
		return string(v), nil
	case []any:
		return items(v, date)
	}
	return nil, fmt.Errorf("a %T is not a value a result can hold", value)
}

func items(values []any, date bool) (any, error) {
	list := make([]any, len(values))
	for i, value := range values {
		item, err := plain(value, date)
		if err != nil {
			return nil, err
		}
		list[i] = item
	}
	return list, nil
}

func whole(value *big.Int) (any, error) {
	if !value.IsInt64() {
		return nil, fmt.Errorf("%s does not fit 64 bits", value)
	}
	return value.Int64(), nil
}

func finite(value float64) any {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return nil
	}
	return value
}

func instant(value time.Time, date bool) string {
	if date {
		return value.Format(time.DateOnly)
	}
	return value.UTC().Format(time.RFC3339Nano)
}
