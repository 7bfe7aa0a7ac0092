namespace Rostrum.Importing;

/// <summary>Names of States in English, by which "Minister for Foreign Affairs of X" is told from "President of the General Assembly".</summary>
internal static class Countries
{
    private static readonly HashSet<string> Names = new(
        """
        Afghanistan;Albania;Algeria;Andorra;Angola;Antigua and Barbuda;Argentina;Armenia;Australia;Austria;Azerbaijan;Bahamas;Bahrain;Bangladesh;Barbados;Belarus;Belgium;Belize;Benin;Bhutan;Bolivia;
        Bosnia and Herzegovina;Botswana;Brazil;Brunei Darussalam;Bulgaria;Burkina Faso;Burundi;Cabo Verde;Cambodia;Cameroon;Canada;Central African Republic;Chad;Chile;China;Colombia;Comoros;Congo;Costa Rica;
        Côte d’Ivoire;Côte d'Ivoire;Croatia;Cuba;Cyprus;Czechia;Czech Republic;Democratic People’s Republic of Korea;Democratic Republic of the Congo;Denmark;Djibouti;Dominica;Dominican Republic;Ecuador;Egypt;El Salvador;
        Equatorial Guinea;Eritrea;Estonia;Eswatini;Ethiopia;European Union;Fiji;Finland;France;Gabon;Gambia;Georgia;Germany;Ghana;Greece;Grenada;Guatemala;Guinea;Guinea-Bissau;Guyana;Haiti;Holy See;Honduras;Hungary;
        Iceland;India;Indonesia;Iran;Islamic Republic of Iran;Iraq;Ireland;Israel;Italy;Jamaica;Japan;Jordan;Kazakhstan;Kenya;Kiribati;Kuwait;Kyrgyzstan;Lao People’s Democratic Republic;Laos;Latvia;Lebanon;Lesotho;Liberia;
        Libya;Liechtenstein;Lithuania;Luxembourg;Madagascar;Malawi;Malaysia;Maldives;Mali;Malta;Marshall Islands;Mauritania;Mauritius;Mexico;Micronesia;Moldova;Republic of Moldova;Monaco;Mongolia;Montenegro;Morocco;
        Mozambique;Myanmar;Namibia;Nauru;Nepal;Netherlands;Kingdom of the Netherlands;New Zealand;Nicaragua;Niger;Nigeria;North Macedonia;Norway;Oman;Pakistan;Palau;Palestine;State of Palestine;Panama;Papua New Guinea;Paraguay;
        Peru;Philippines;Poland;Portugal;Qatar;Republic of Korea;South Korea;Romania;Russia;Russian Federation;Rwanda;Saint Kitts and Nevis;Saint Lucia;Saint Vincent and the Grenadines;Samoa;San Marino;Sao Tome and Principe;
        Saudi Arabia;Kingdom of Saudi Arabia;Senegal;Serbia;Seychelles;Sierra Leone;Singapore;Slovakia;Slovenia;Solomon Islands;Somalia;South Africa;South Sudan;Spain;Sri Lanka;Sudan;Suriname;Sweden;Switzerland;
        Syria;Syrian Arab Republic;Tajikistan;Tanzania;United Republic of Tanzania;Thailand;Timor-Leste;Togo;Tonga;Trinidad and Tobago;Tunisia;Türkiye;Turkey;Turkmenistan;Tuvalu;Uganda;Ukraine;United Arab Emirates;
        United Kingdom;United Kingdom of Great Britain and Northern Ireland;United States;United States of America;Uruguay;Uzbekistan;Vanuatu;Venezuela;Viet Nam;Vietnam;Yemen;Zambia;Zimbabwe;African Union;ASEAN;People’s Republic of China
        """.ReplaceLineEndings("").Split(';', StringSplitOptions.TrimEntries),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name is that of a State, or of a union that speaks beside States.</summary>
    public static bool Has(string name) => Names.Contains(name.Trim());
}
