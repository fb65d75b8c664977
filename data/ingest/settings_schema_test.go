package ingest

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"meridian/data/read"
)

// schemaPart is what of a JSON Schema is compared with the structures.
type schemaPart struct {
	Properties map[string]schemaPart `json:"properties"`
	Items      *schemaPart           `json:"items"`
	OneOf      []schemaPart          `json:"oneOf"`
	Enum       []string              `json:"enum"`
	Defs       map[string]schemaPart `json:"$defs"`
	AllOf      []struct {
		If struct {
			Properties struct {
				Table struct{ Const string }
			}
		}
		Then struct {
			Properties struct {
				Columns struct{ PropertyNames schemaPart }
			}
		}
	} `json:"allOf"`
}

func TestTheSchemaKnowsTheKeysOfTheSettings(t *testing.T) {
	var schema schemaPart
	if err := json.Unmarshal(SettingsSchema(), &schema); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		structure reflect.Type
		part      schemaPart
	}{
		"the settings":  {reflect.TypeFor[Dataset](), schema},
		"academic_year": {reflect.TypeFor[AcademicYear](), schema.Properties["academic_year"]},
		"disclosure":    {reflect.TypeFor[Disclosure](), schema.Properties["disclosure"]},
		"years":         {reflect.TypeFor[Years](), schema.Properties["years"]},
		"a file":        {reflect.TypeFor[FileMapping](), schema.Defs["file"]},
		"a column":      {reflect.TypeFor[ColumnMapping](), schema.Defs["column"].OneOf[1]},
		"a lookup":      {reflect.TypeFor[Lookup](), schema.Defs["lookup"]},
		"a total":       {reflect.TypeFor[Total](), schema.Defs["total"]},
	} {
		var want []string
		for i := range c.structure.NumField() {
			key, _, _ := strings.Cut(c.structure.Field(i).Tag.Get("yaml"), ",")
			if key != "" {
				want = append(want, key)
			}
		}
		slices.Sort(want)
		if diff := cmp.Diff(want, slices.Sorted(maps.Keys(c.part.Properties))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	file := schema.Defs["file"]
	if diff := cmp.Diff(append(tableNames(), NoTable), file.Properties["table"].Enum); diff != "" {
		t.Errorf("tables: %s", diff)
	}
	for _, output := range []string{"screen", "files"} {
		if diff := cmp.Diff(disclosureModes(), schema.Properties["disclosure"].Properties[output].Enum); diff != "" {
			t.Errorf("rules of %s: %s", output, diff)
		}
	}
	if diff := cmp.Diff(read.Encodings(), file.Properties["encoding"].Enum); diff != "" {
		t.Errorf("encodings: %s", diff)
	}
	for _, rule := range file.AllOf {
		table, _ := tableNamed(rule.If.Properties.Table.Const)
		var want []string
		for _, column := range table.Columns {
			want = append(want, column.Name)
		}
		if diff := cmp.Diff(want, rule.Then.Properties.Columns.PropertyNames.Enum); diff != "" {
			t.Errorf("columns of %s: %s", table.Name, diff)
		}
	}
	if len(file.AllOf) != len(tableNames()) {
		t.Errorf("the columns of %d tables are listed, there are %d", len(file.AllOf), len(tableNames()))
	}
}

func TestTheSchemaTakesWhatTheProgramTakes(t *testing.T) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(SettingsSchema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("dataset.schema.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("dataset.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	valid := func(content []byte) error {
		var settings any
		if err := yaml.Unmarshal(content, &settings); err != nil {
			t.Fatal(err)
		}
		plain, err := json.Marshal(settings)
		if err != nil {
			t.Fatal(err)
		}
		settings, err = jsonschema.UnmarshalJSON(bytes.NewReader(plain))
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(settings)
	}
	examples, err := filepath.Glob("../examples/*.yaml")
	if err != nil || len(examples) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, name := range append(examples, "../polyu/dataset.yaml") {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := valid(content); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, content := range map[string]string{
		"an unknown key":         "{id: a, name: b, nmae: c}",
		"no name":                "{id: a}",
		"a table that is not":    "{id: a, name: b, files: [{file: x.csv, table: flow}]}",
		"another table's column": "{id: a, name: b, files: [{file: x.csv, table: flows, columns: {works: n}}]}",
		"a rule there is not":    "{id: a, name: b, disclosure: {files: some}}",
		"a month that is not":    "{id: a, name: b, academic_year: {start_month: 13}}",
	} {
		if err := valid([]byte(content)); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
