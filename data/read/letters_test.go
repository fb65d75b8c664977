package read_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"meridian/data/read"
)

func TestAlphabetsAreToldApart(t *testing.T) {
	polish := "Politechnika Łódzka;Łódź\nUniwersytet Śląski;Katowice\nAkademia Górniczo-Hutnicza;Kraków\nPolitechnika Gdańska;Gdańsk\n"
	czech := "Vysoké učení technické;Brno\nMasarykova univerzita, Fakulta sociálních studií;Brno\nZápadočeská univerzita;Plzeň\nVysoká škola ekonomická v Praze;Žižkov\n"
	for language, c := range map[string]struct {
		page *charmap.Charmap
		want string
		text string
	}{
		"Polish":     {charmap.Windows1250, "windows-1250", polish},
		"Polish ISO": {charmap.ISO8859_2, "iso-8859-2", polish},
		"Czech":      {charmap.Windows1250, "windows-1250", czech},
		"Hungarian":  {charmap.Windows1250, "windows-1250", "Műszaki Egyetem;Győr\nEötvös Loránd Tudományegyetem;Budapest\nPécsi Egyetem, Felsőoktatás;Pécs\n"},
		"Turkish":    {charmap.Windows1254, "windows-1254", "Boğaziçi Üniversitesi;İstanbul\nYıldız Teknik Üniversitesi;İstanbul\nMuğla;Muğla\n"},
		"Russian":    {charmap.Windows1251, "windows-1251", "Московский государственный университет;Москва\nКазанский университет;Казань\n"},
		"Greek":      {charmap.Windows1253, "windows-1253", "Πανεπιστήμιο Αθηνών;Αθήνα\nΑριστοτέλειο Πανεπιστήμιο;Θεσσαλονίκη\n"},
		"French":     {charmap.Windows1252, "windows-1252", "Université de Genève;Genève\nÉcole supérieure;Neuchâtel\nBesançon;Besançon\n"},
		"German":     {charmap.Windows1252, "windows-1252", "Universität Zürich;Zürich\nHochschule für Öffentliche Verwaltung;Gießen\n"},
		"Spanish":    {charmap.Windows1252, "windows-1252", "Universidade da Coruña;A Coruña\nUniversidad de Málaga;Málaga\nUniversitat Autònoma;Alcalá\n"},
		"Portuguese": {charmap.Windows1252, "windows-1252", "Universidade de São Paulo;São Paulo\nRelações;Évora\nBragança;Bragança\n"},
		"Italian":    {charmap.Windows1252, "windows-1252", "Università di Bologna;Forlì\nLiberà Università;Cantù\n"},
		"Danish":     {charmap.Windows1252, "windows-1252", "Københavns Universitet;København\nÅrhus Universitet;Århus\nSønderborg;Sønderborg\n"},
		"Icelandic":  {charmap.Windows1252, "windows-1252", "Háskóli Íslands;Reykjavík\nListaháskóli, þriðja árið;Reykjavík\nNýi skólinn við sjóinn;Ísafjörður\n"},
	} {
		coded, err := c.page.NewEncoder().String("name;city\n" + c.text)
		if err != nil {
			t.Fatal(language, err)
		}
		f, rows := all(t, folder("a.csv", coded), "a.csv", read.Options{})
		if f.Facts().Encoding != c.want || f.Facts().Evidence == "" {
			t.Errorf("%s is read as %s: %s", language, f.Facts().Encoding, f.Facts().Evidence)
		}
		if want := strings.ReplaceAll(strings.Split(c.text, "\n")[0], ";", "|"); f.Facts().Encoding == c.want && rows[0] != "2:"+want {
			t.Errorf("%s: %q, want %q", language, rows[0], want)
		}
		if stated, _ := all(t, folder("a.csv", coded), "a.csv", read.Options{Encoding: c.want}); stated.Facts().Encoding != c.want || !read.OneByte(c.want) {
			t.Errorf("%s cannot be stated", c.want)
		}
	}
}
