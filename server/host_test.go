package server

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// A page of another site may have its name point here; it gets nothing.
func TestOnlyOurHostsAreAnswered(t *testing.T) {
	c, err := config()
	if err != nil {
		t.Fatal(err)
	}
	c.Hosts = []string{"Network.example.edu"}
	s, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	for host, status := range map[string]int{
		"localhost": 200, "localhost:8080": 200, "LOCALHOST.": 200, "127.0.0.1:8080": 200, "127.1.2.3": 200, "[::1]:80": 200,
		"[::1]": 200, "network.example.edu": 200, "network.example.edu:443": 200,
		"evil.example": 421, "evil.example:8080": 421, "localhost.evil.example": 421, "127.0.0.1.evil.example": 421,
		"192.168.1.2": 421, "0.0.0.0": 421, "notlocalhost": 421, "[::2]:80": 421,
	} {
		for _, path := range []string{"/", "/api/v1/charts", "/healthz", "/api/v1/charts/partner-map.png"} {
			request := httptest.NewRequest(http.MethodHead, path, nil)
			request.Host = host
			request.Header.Set("X-Forwarded-Host", "localhost")
			response, err := s.App().Test(request, -1)
			if err != nil {
				t.Fatal(err)
			}
			if response.StatusCode != status {
				t.Errorf("host %s, %s: status %d, want %d", host, path, response.StatusCode, status)
			}
		}
	}
	request := httptest.NewRequest(http.MethodGet, "/api/v1/charts?lang=http://localhost/", nil)
	request.Host = "evil.example"
	response, err := s.App().Test(request, -1)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(response.Body)
	if got := decode[problem](t, body).Error; got.Code != "misdirected" || got.Field != "host" || !strings.Contains(got.Message, "--host") {
		t.Errorf("%+v", got)
	}
}

// What cannot be read as a request is refused as everything else is, headers and all.
func TestEarlyRefusals(t *testing.T) {
	c, err := config()
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	go func() { _ = s.Serve(ctx, listener) }()
	for request, want := range map[string]struct {
		status int
		code   string
	}{
		"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + strings.Repeat("x", largestHeader) + "\r\n\r\n":      {431, "too_large"},
		"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n" + strings.Repeat("x", 16<<10): {413, "too_large"},
		"nonsense\r\n\r\n": {400, "invalid"},
	} {
		response, body := raw(t, listener.Addr().String(), request)
		got := decode[problem](t, body).Error
		if response.StatusCode != want.status || got.Code != want.code || got.ID == "" || strings.Contains(got.Message, "xxx") {
			t.Errorf("%.40q: %d %+v, want %d %s", request, response.StatusCode, got, want.status, want.code)
		}
		for _, header := range []string{"Content-Security-Policy", "X-Content-Type-Options"} {
			if response.Header.Get(header) == "" {
				t.Errorf("%.40q: no %s", request, header)
			}
		}
	}
}

// raw sends bytes and reads an answer.
func raw(t *testing.T, address, request string) (*http.Response, []byte) {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, request)
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatalf("%.40q: %v", request, err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, body
}
