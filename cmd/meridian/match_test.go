package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const someRecords = "ror_id,name,country_code,city\nhttps://ror.org/01111rn36,University of Bologna,IT,Bologna\n" +
	"https://ror.org/00wjc7c48,University of Milan,IT,Milan\n"

func unmatchedData(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "dataset.yaml", "id: x\nname: X\n")
	write(t, dir, "institutions.csv", "institution_id,name,country_code,city\na,UNIVERSITÀ DI BOLOGNA,IT,Bologna\n"+
		"b,Politecnico di Milano,IT,Milano\nc,Elsewhere\x1b[2J University,Germny,\n")
	return dir
}

func TestMatchListsAndDecides(t *testing.T) {
	dir := unmatchedData(t)
	extract := filepath.Join(t.TempDir(), "ror.csv")
	write(t, filepath.Dir(extract), "ror.csv", someRecords)
	code, stdout, stderr := run(t, "match", dir, "--ror", extract)
	if code != exitDone {
		t.Fatalf("code %d: %s", code, stderr)
	}
	for _, want := range []string{"“Germny” (1 in the data)", "DE  Germany", "matched 1, of them 1", "University of Milan"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("it does not say %q:\n%s", want, stdout)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "decisions.csv")); err == nil {
		t.Error("decisions were written unasked")
	}
	if code, _, stderr := run(t, "match", dir, "--ror", extract, "--write"); code != exitDone {
		t.Fatalf("code %d: %s", code, stderr)
	}
	rows := decisionsIn(t, dir)
	if rows["a"] != "https://ror.org/01111rn36" || rows["b"] != "?" || rows["Germny"] != "?" {
		t.Errorf("decisions: %v", rows)
	}
	if _, stdout, _ := run(t, "match", dir, "--ror", extract, "--write"); !strings.Contains(stdout, "nothing to add") {
		t.Errorf("a second time it adds again: %s", stdout)
	}
}

func decisionsIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, "decisions.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(content), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	targets := map[string]string{}
	for _, row := range rows[1:] {
		targets[row[1]] = row[2]
	}
	return targets
}

func TestDecisionsAreUsedByTheNextCheck(t *testing.T) {
	dir := unmatchedData(t)
	write(t, dir, "institutions.csv", "institution_id,name,country_code\nc,Elsewhere,Germny\n")
	if code, stdout, _ := run(t, "check", dir); code != exitFailed {
		t.Fatalf("code %d without the decision:\n%s", code, stdout)
	}
	write(t, dir, "decisions.csv", "kind,value,target,note\nplace,Germny,DE,a slip\n")
	if code, stdout, stderr := run(t, "check", dir); code != exitDone {
		t.Errorf("code %d with it: %s\n%s", code, stderr, stdout)
	}
}

func TestMatchRefuses(t *testing.T) {
	dir := unmatchedData(t)
	write(t, dir, "bad.csv", "a,b\n1,2\n")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"match", filepath.Join(dir, "none")}, "there is no folder"},
		{[]string{"match", dir, "--ror", filepath.Join(dir, "none.csv")}, "--ror"},
		{[]string{"match", dir, "--ror", filepath.Join(dir, "bad.csv")}, "has no column"},
	} {
		if code, _, stderr := run(t, c.args...); code != exitFailed || !strings.Contains(stderr, c.want) {
			t.Errorf("%v: code %d, %q", c.args, code, stderr)
		}
	}
	broken := "kind,value,target\nplace,X,DE\nplace,X,FR\n"
	write(t, dir, "decisions.csv", broken)
	if code, _, stderr := run(t, "match", dir, "--write"); code != exitFailed || !strings.Contains(stderr, "line 3") {
		t.Errorf("decisions that contradict each other: code %d, %q", code, stderr)
	}
	if kept, _ := os.ReadFile(filepath.Join(dir, "decisions.csv")); string(kept) != broken {
		t.Errorf("they were written over: %s", kept)
	}
}

func TestMatchOfFilesThatNothingDescribes(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "ours.csv", "Year,Country,People\n2017,Germny,3\n")
	code, stdout, stderr := run(t, "match", dir)
	if code != exitFailed || !strings.Contains(stderr, "run meridian init "+dir) || strings.Contains(stdout, "understood") {
		t.Errorf("code %d: %s%s", code, stdout, stderr)
	}
}

func TestCheckFormats(t *testing.T) {
	dir := unmatchedData(t)
	for format, want := range map[string]string{"text": "error · institutions.csv · country_code", "json": `"severity": "error"`,
		"html": "<h1>Import report: X</h1>", "csv": "severity,file,row,column,value,reason,remedy,count"} {
		code, stdout, _ := run(t, "check", dir, "--format", format)
		if code != exitFailed || !strings.Contains(stdout, want) || !strings.Contains(stdout, "Germny") {
			t.Errorf("%s: code %d\n%s", format, code, stdout)
		}
		if strings.Contains(stdout, "\x1b") {
			t.Errorf("%s holds control characters", format)
		}
	}
	if code, _, _ := run(t, "check", dir, "--format", "pdf"); code != exitUsage {
		t.Errorf("an unknown format: code %d", code)
	}
}
