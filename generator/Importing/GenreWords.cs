using System.Text.RegularExpressions;

namespace Rostrum.Importing;

/// <summary>The words with which titles of statements begin (or, in Chinese and Japanese, end) in the seven languages, and the genre each means.</summary>
internal static class GenreWords
{
    /// <summary>Whether a line opens as the title of a statement does.</summary>
    public static bool Opens(string line) => GenreOf(line) is not null && !FirstPerson.IsMatch(line);

    /// <summary>The genre that a title names, or null.</summary>
    public static string? GenreOf(string title)
    {
        title = Number.Replace(title, "");
        if (RightOfReply.IsMatch(title)) return "right-of-reply";
        if (Explanation.IsMatch(title)) return "explanation-of-vote";
        if (Joint.IsMatch(title)) return "joint-statement";
        if (Remarks.IsMatch(title)) return "remarks";
        if (Speech.IsMatch(title)) return "speech";
        if (Release.IsMatch(title)) return "press-release";
        return Statement.IsMatch(title) || EastAsian.IsMatch(title) ? "statement" : null;
    }

    // Where a page holds several, each may have its number.
    private static readonly Regex Number = new(@"^(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)．]|[①-⑳]|[１-９])\s*", RegexOptions.IgnoreCase);

    private static readonly Regex RightOfReply = new(@"^(exercise of (the )?)?right of reply|^droit de réponse|^derecho (de|a) réplica|^право на ответ|行使答辩权|^حق الرد|答弁権", RegexOptions.IgnoreCase);

    private static readonly Regex Explanation = new(@"^(general )?explanation of (the )?(vote|position)|^explication de vote|^explicación de voto|解释性发言|投票理由|^تعليل التصويت", RegexOptions.IgnoreCase);

    private static readonly Regex Joint = new(@"^joint (statement|declaration)|^déclaration (commune|conjointe)|^declaración conjunta|^совместное заявление|联合声明|^بيان مشترك|共同(声明|ステートメント)", RegexOptions.IgnoreCase);

    private static readonly Regex Remarks = new(@"^(\p{L}+ )?remarks\b|^interview\b|^propos d|^palabras\b", RegexOptions.IgnoreCase);

    private static readonly Regex Speech = new(@"^(keynote |opening |closing )?(speech|address)\b(?! \d)|^(discours|allocution)\b|^(discurso|alocución)\b|^(речь)\b|^(كلمة|خطاب)\b|(讲话|演讲|致辞)|(スピーチ|演説|挨拶)", RegexOptions.IgnoreCase);

    private static readonly Regex Release = new(@"^(press release|communiqué de presse|comunicado de prensa|пресс-релиз|بيان صحفي)", RegexOptions.IgnoreCase);

    private static readonly Regex Statement = new(@"^((national|general|opening|closing|written|oral|draft|(\p{L}+['’]s)) )*(statement|intervention|declaration|contribution)s?\b|^(déclaration|intervention)s?\b|^(declaración|intervención|declaraciones)\b|^(заявление|выступление|высказывание)\b|^(بيان|مداخلة|إعلان)\b", RegexOptions.IgnoreCase);

    private static readonly Regex EastAsian = new("(发言|發言|声明|聲明|陈述|ステートメント|発言|談話)(?:[（(:：].*)?$");

    private static readonly Regex FirstPerson = new(@"\b(I|we) (am|are|have|would|will|wish|thank)\b", RegexOptions.IgnoreCase);
}
