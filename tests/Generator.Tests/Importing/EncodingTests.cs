using System.Text;
using Rostrum.Importing;

namespace Rostrum.Tests.Importing;

/// <summary>A text comes out the same from whatever encoding it lay in.</summary>
public sealed class EncodingTests
{
    private const string Russian = "Выступление Постоянного представителя на заседании Совета Безопасности\n17 ноября 2020 г.\nГ-н Председатель,\nБлагодарим Вас за созыв этого заседания.\n";
    private const string French = "Déclaration de la délégation française\n17 novembre 2020\nMonsieur le Président,\nNous vous remercions de la tenue de ce débat, et des efforts déployés à cet égard. Où en sommes-nous ?\n";
    private const string Spanish = "Intervención del Embajador José Núñez Peña\n17 de noviembre de 2020\nSeñor Presidente:\n¿Qué más podemos hacer? La cooperación es hoy más necesaria que nunca.\n";
    private const string Arabic = "بيان المندوب الدائم أمام مجلس الأمن\n17 نوفمبر 2020\nالسيد الرئيس،\nأشكركم على عقد هذا الاجتماع الهام.\n";
    private const string Japanese = "安保理公開討論における大使ステートメント\n令和2年11月17日\n議長、\n本日の会合を開催していただき感謝申し上げます。サイバー空間の安定は重要です。\n";
    private const string Chinese = "常驻联合国代表在安理会公开会上的发言\n2020年11月17日\n主席先生：\n我感谢你召开今天的会议。中方一贯主张维护网络空间的和平与稳定。\n";
    private const string Traditional = "常駐聯合國代表在安理會公開會上的發言\n2020年11月17日\n主席先生：\n我感謝你召開今天的會議。我們一貫主張維護網路空間的和平與穩定。\n";
    private const string Polish = "Wystąpienie ambasadora na posiedzeniu Rady Bezpieczeństwa\n17 listopada 2020\nPanie Przewodniczący,\nDziękujemy za zwołanie tego posiedzenia. Państwa członkowskie są odpowiedzialne za swoje działania.\n";

    [Theory]
    [InlineData("utf-8", French), InlineData("utf-16", French), InlineData("windows-1252", French), InlineData("iso-8859-1", French)]
    [InlineData("windows-1252", Spanish), InlineData("utf-8", Spanish)]
    [InlineData("utf-8", Russian), InlineData("utf-16", Russian), InlineData("utf-16BE", Russian), InlineData("windows-1251", Russian), InlineData("koi8-r", Russian), InlineData("iso-8859-5", Russian), InlineData("ibm866", Russian)]
    [InlineData("utf-8", Arabic), InlineData("utf-16", Arabic), InlineData("windows-1256", Arabic), InlineData("iso-8859-6", Arabic)]
    [InlineData("utf-8", Japanese), InlineData("utf-16", Japanese), InlineData("utf-16BE", Japanese), InlineData("shift_jis", Japanese), InlineData("euc-jp", Japanese), InlineData("iso-2022-jp", Japanese)]
    [InlineData("utf-8", Chinese), InlineData("gb2312", Chinese), InlineData("gb18030", Chinese), InlineData("utf-16", Chinese)]
    [InlineData("big5", Traditional)]
    [InlineData("windows-1250", Polish)]
    public void AnEncodingIsDetectedOrNamed(string name, string text)
    {
        var encoding = Find(name);
        Assert.Equal(text, TextDecoder.Decode(encoding.GetBytes(text), name));
        Assert.Equal(text, TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], null));
        Assert.Equal(text, TextDecoder.Decode(encoding.GetBytes(text), null));
    }

    [Fact]
    public void ABrokenByteDoesNotSpoilAUtf8Text()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(French), 0xC3, (byte)'x', (byte)'\n'];
        Assert.StartsWith(French, TextDecoder.Decode(bytes, null), StringComparison.Ordinal);
    }

    [Fact]
    public void ThePageItselfNamesItsEncoding()
    {
        var html = $"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=koi8-r\"><title>Заявление</title></head><body><p>{Russian.Replace("\n", "</p><p>", StringComparison.Ordinal)}</p></body></html>";
        var (statement, _, _) = Import.One("a.html", Find("koi8-r").GetBytes(html));
        Assert.Equal("Выступление Постоянного представителя на заседании Совета Безопасности", statement.Title);
    }

    private static Encoding Find(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
