package main

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// The rooms in the order imports may point: each only to itself and to those before it.
var rooms = []string{"data", "analytics", "server", "cmd"}

// owners names the one package that may import each driver or framework.
var owners = map[string]string{
	"github.com/duckdb/duckdb-go/v2": "meridian/data/store",
	"github.com/gofiber/fiber/v2":    "meridian/server",
	"github.com/go-echarts/":         "meridian/analytics/chart",
}

func TestImportsPointOneWay(t *testing.T) {
	for _, p := range packages(t) {
		for _, imported := range p.Imports {
			checkDirection(t, p.ImportPath, imported)
			checkOwner(t, p.ImportPath, imported)
			if imported == "meridian" && room(p.ImportPath) != "cmd" {
				t.Errorf("%s imports the embedded files: only cmd may, and hands them down", p.ImportPath)
			}
		}
	}
}

func checkDirection(t *testing.T, from, to string) {
	t.Helper()
	here, there := slices.Index(rooms, room(from)), slices.Index(rooms, room(to))
	if here >= 0 && there > here {
		t.Errorf("%s imports %s: imports run %s", from, to, strings.Join(rooms, " ← "))
	}
}

func checkOwner(t *testing.T, from, to string) {
	t.Helper()
	for prefix, owner := range owners {
		if strings.HasPrefix(to, prefix) && from != owner {
			t.Errorf("%s imports %s: only %s may", from, to, owner)
		}
	}
}

// room is the top folder of a package of ours, or empty.
func room(path string) string {
	rest, ours := strings.CutPrefix(path, "meridian/")
	if !ours {
		return ""
	}
	top, _, _ := strings.Cut(rest, "/")
	return top
}

type listed struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	command := exec.Command("go", "list", "-json=ImportPath,Imports", "meridian/...")
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	decoder := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p listed
		if err := decoder.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) < 10 {
		t.Fatalf("go list found %d packages: the check would prove nothing", len(all))
	}
	return all
}
