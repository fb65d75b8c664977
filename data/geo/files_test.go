package geo

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"strconv"
	"testing"
)

func rows(t *testing.T, file string) []map[string]string {
	t.Helper()
	opened, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	records, err := csv.NewReader(opened).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	table := make([]map[string]string, 0, len(records)-1)
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, value := range record {
			row[records[0][i]] = value
		}
		table = append(table, row)
	}
	return table
}

func codes(table []map[string]string) []string {
	list := make([]string, len(table))
	for i, row := range table {
		list[i] = row["code"]
	}
	return list
}

func features(t *testing.T, name string) []string {
	t.Helper()
	raw, err := os.ReadFile(name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var topology struct {
		Objects map[string]struct {
			Geometries []struct{ ID string }
		}
	}
	if err := json.Unmarshal(raw, &topology); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var ids []string
	for _, object := range topology.Objects {
		for _, geometry := range object.Geometries {
			ids = append(ids, geometry.ID)
		}
	}
	return ids
}

func checkPoint(t *testing.T, row map[string]string) {
	t.Helper()
	lng, errLng := strconv.ParseFloat(row["lng"], 64)
	lat, errLat := strconv.ParseFloat(row["lat"], 64)
	if errLng != nil || errLat != nil || lng < -180 || lng > 180 || lat < -90 || lat > 90 {
		t.Errorf("%s: %q, %q is no point on the globe", row["code"], row["lng"], row["lat"])
	}
}
