package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"meridian/data/fault"
	"meridian/data/store"
)

func TestQueryTypesAndValues(t *testing.T) {
	s := load(t, nil)
	result, err := s.Query(context.Background(), `SELECT 'inbound'::direction AS e, 1::TINYINT AS i, sum(2::BIGINT) AS h, 1.25::DECIMAL(14, 2) AS d,
		DATE '2018-08-31' AS day, true AS b, 'inf'::DOUBLE AS f, ['a', NULL] AS l, [DATE '2018-01-02'] AS days, NULL::INTEGER AS n, TIMESTAMP '2018-01-02 03:04:05' AS t`, nil)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "columns", result.Columns, "[{e string} {i int} {h int} {d float} {day date} {b bool} {f float} {l string} {days date} {n int} {t string}]")
	expect(t, "values", fmt.Sprintf("%#v", result.Rows[0]),
		`[]interface {}{"inbound", 1, 2, 1.25, "2018-08-31", true, interface {}(nil), []interface {}{"a", interface {}(nil)}, []interface {}{"2018-01-02"}, interface {}(nil), "2018-01-02T03:04:05Z"}`)
	if _, err := s.Query(context.Background(), "SELECT 'x'::direction", nil); err == nil {
		t.Error("x is a direction")
	}
}

func TestQueryBindsWhatItNames(t *testing.T) {
	s := load(t, nil)
	args := map[string]any{"n": 3, "x": 1.5, "s": "it's", "b": true, "list": []string{"a", "b"}, "none": nil, "unused": 1}
	expect(t, "row", query(t, s, "SELECT $n + 1, $x * 2, $s, $b, len($list::VARCHAR[]), $none IS NULL, '$other' -- $comment", args)[0], "[4 3 it's true 2 true $other]")
	expect(t, "empty list", query(t, s, "SELECT len($l::VARCHAR[])", map[string]any{"l": []string(nil)})[0], "[0]")
	var missing *store.MissingArgumentError
	if _, err := s.Query(context.Background(), "SELECT $n, $m", args); !errors.As(err, &missing) || missing.Name != "m" {
		t.Errorf("error: %v", err)
	}
}

// Bytes that are no text are refused by name. The driver would end the process over them in a list.
func TestQueryBindsTextOnly(t *testing.T) {
	s := load(t, nil)
	for _, value := range []any{"\xff", "a\x00b", []string{"a", "\xff\xfe"}, []string{"a\x00"}} {
		var refused *fault.Error
		if _, err := s.Query(context.Background(), "SELECT $v", map[string]any{"v": value}); !errors.As(err, &refused) || refused.Field != "v" {
			t.Errorf("%q: %v", value, err)
		}
	}
	expect(t, "the next query", query(t, s, "SELECT $v, $w::VARCHAR[]", map[string]any{"v": "北京", "w": []string{"é"}}), "[[北京 [é]]]")
}

func TestQueryStops(t *testing.T) {
	s := load(t, nil)
	const endless = "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = -1"
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	start := time.Now()
	if _, err := s.Query(ctx, endless, nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error: %v", err)
	}
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("stopped after %s", took)
	}
	expect(t, "the next query", query(t, s, "SELECT 1", nil), "[[1]]")
}

func TestManyReaders(t *testing.T) {
	s := load(t, nil)
	var wait sync.WaitGroup
	for range 32 {
		wait.Go(func() {
			result, err := s.Query(context.Background(), "SELECT sum(participants) FROM cube_mobility WHERE faculty = $f", map[string]any{"f": "ENG"})
			if err != nil || fmt.Sprint(result.Rows) != "[[29]]" {
				t.Errorf("%v %v", result, err)
			}
		})
	}
	wait.Wait()
}

func TestSettings(t *testing.T) {
	s := load(t, nil)
	expect(t, "settings", query(t, s, `SELECT current_setting('enable_external_access'), current_setting('lock_configuration'),
		current_setting('autoload_known_extensions'), current_setting('autoinstall_known_extensions'),
		current_setting('access_mode'), current_setting('threads'), current_setting('max_temp_directory_size')`, nil),
		fmt.Sprintf("[[false true false false read_only %d 3.7 GiB]]", runtime.GOMAXPROCS(0)))
}

// TestNothingOutsideIsReachable tries to leave the snapshot, and to loosen the settings that forbid it.
func TestNothingOutsideIsReachable(t *testing.T) {
	s := load(t, nil)
	target := filepath.Join(t.TempDir(), "out.csv")
	for _, text := range []string{
		"SELECT * FROM read_csv('/etc/passwd')",
		"SELECT * FROM '/etc/passwd'",
		"SELECT * FROM read_text('/etc/passwd')",
		"SELECT * FROM glob('/etc/*')",
		"COPY dataset TO '" + target + "'",
		"ATTACH '" + target + "' AS other",
		"INSTALL httpfs",
		"LOAD httpfs",
		"SET enable_external_access = true",
		"SET memory_limit = '100GB'",
		"DELETE FROM mobility",
		"CREATE TABLE x (a INTEGER)",
		"CHECKPOINT; DROP TABLE mobility",
	} {
		if _, err := s.Query(context.Background(), text, nil); err == nil {
			t.Errorf("%s was let through", text)
		}
	}
	if _, err := os.Stat(target); err == nil {
		t.Error("a file was written")
	}
}
