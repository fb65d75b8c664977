package main

import (
	"net"
	"runtime/debug"
	"strings"
	"testing"
)

func TestServeTakesPlainHostNames(t *testing.T) {
	for _, name := range []string{"https://network.example.edu", "network.example.edu:443", "*.example.edu", "a b"} {
		if code, _, stderr := run(t, "serve", "--addr", "127.0.0.1:0", "--host", name); code != exitFailed || !strings.Contains(stderr, name) {
			t.Errorf("--host %s: code %d, %q", name, code, stderr)
		}
	}
	if err := plainNames([]string{"network.example.edu", "intranet"}); err != nil {
		t.Error(err)
	}
}

func TestServeSaysThatThePortIsTaken(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	addr := taken.Addr().String()
	code, _, stderr := run(t, "serve", "--addr", addr)
	if code != exitFailed || !strings.Contains(stderr, addr+" is in use") || !strings.Contains(stderr, "--addr") {
		t.Errorf("code %d, %q", code, stderr)
	}
}

// A build of changed files must not pass for the revision it was changed from.
func TestOnlyACleanRevisionNamesABuild(t *testing.T) {
	for _, test := range []struct{ modified, want string }{{"false", "abc"}, {"true", ""}, {"", ""}} {
		info := &debug.BuildInfo{Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}, {Key: "vcs.modified", Value: test.modified}}}
		if got := cleanRevision(info); got != test.want {
			t.Errorf("modified %q: %q, want %q", test.modified, got, test.want)
		}
	}
	if cleanRevision(nil) != "" || build() == "" {
		t.Error("a build without information has no name")
	}
}
