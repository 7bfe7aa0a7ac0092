namespace Rostrum.Diagnostics;

/// <summary>
/// Every message of the program, each worded once: what is wrong, and what to do.
/// RS10 files and YAML, RS11 fields, RS12 keys and addresses, RS13 text and links, RS14 templates, RS15 the finished pages, RS16 the output folder, RS17 what was published.
/// The guide's page of problems explains each code.
/// </summary>
public static class Problems
{
    // Files and YAML

    public static Diagnostic NotUtf8(Location at, byte value) => Error("RS1001", at, $"This is not UTF-8: the byte 0x{value:X2} can't stand here. Save the file as UTF-8.");

    public static Diagnostic NulByte(Location at) => Error("RS1002", at, "A NUL byte can't stand in a text. Delete it, or save the file as UTF-8 text.");

    public static Diagnostic LinkLeavesRoot(Location at, string target) => Error("RS1003", at, $"This symbolic link leads out of what the build reads (to {target}). Put a copy of the file in its place.");

    public static Diagnostic FrontMatterNotClosed(Location at) => Error("RS1004", at, "The front matter begins here and never ends. Close it with a line of three hyphens.");

    public static Diagnostic YamlSyntax(Location at, string what) => Error("RS1005", at, $"This is not valid YAML: {what.TrimEnd('.')}.{(what.Contains("invalid mapping", StringComparison.Ordinal) ? " A value that holds a colon and a space must stand in quotation marks." : "")}");

    public static Diagnostic TabInYaml(Location at) => Error("RS1006", at, "A tab can't indent YAML. Use spaces.");

    public static Diagnostic DuplicateKey(Location at, string key, int firstLine) => Error("RS1007", at, $"'{key}' is already given in line {firstLine}. Keep one of the two.");

    public static Diagnostic NotAMapping(Location at, string found) => Error("RS1008", at, $"Front matter consists of lines such as 'title: …', but this is {found}.");

    public static Diagnostic KeyIsNotText(Location at) => Error("RS1009", at, "A key must be a word.");

    public static Diagnostic YamlTooLarge(Location at) => Error("RS1010", at, "This YAML is nested too deeply or repeats itself too often. Write it out more simply.");

    public static Diagnostic NoSiteFile() => Error("RS1011", Location.StartOf("site.yml"), "There is no site.yml here. Write one with at least a line 'title: …', or name the folder that has one.");

    public static Diagnostic NoSuchFolder(Location at, string? near) => Error("RS1012", at, $"This file lies in no folder that Rostrum knows{Hint(near)}. Move it, or list its folder under 'statements' in site.yml.");

    public static Diagnostic FolderOutside(Location at, string folder) => Error("RS1013", at, $"'{folder}' must name a folder within the archive.");

    public static Diagnostic NoFrontMatter(Location at) => Error("RS1014", at, "This statement has no front matter. Begin the file with a line of three hyphens, 'title: …', 'date: …', and three hyphens again.");

    public static Diagnostic UnusableFileName(Location at) => Error("RS1015", at, "A file of this name can't be published: the name holds a control character or is one that Rostrum uses itself. Rename it.");

    public static Diagnostic LinkInCircles(Location at) => Error("RS1016", at, "This symbolic link leads to a folder that holds it, or stands in a folder that is itself reached by a link, so it isn't followed. Put copies of the files in its place.");

    public static Diagnostic FileTooLarge(Location at, long size, int limit) => Error("RS1017", at, $"This file has {size} bytes; at most {limit} are read. Divide it, or raise 'file_size' under 'limits' in site.yml.");

    public static Diagnostic TooManyFiles(Location at, int limit) => Error("RS1018", at, $"The archive has more than {limit} files; no more are read. Raise 'files' under 'limits' in site.yml if the machine has the memory for them.");

    // Fields

    public static Diagnostic UnknownKey(Location at, string owner, string key, string? near) => Error("RS1101", at, $"'{key}' is no field of {owner}{Hint(near)}. An archive's own fields go under 'extra'.");

    public static Diagnostic WrongType(Location at, string field, string expected, string found) => Error("RS1102", at, $"'{field}' must be {expected}, but this is {found}.");

    public static Diagnostic NotADate(Location at, string field, string text) => Error("RS1103", at, $"'{text}' is no date for '{field}'. Write it as 2020-05-22.");

    public static Diagnostic NotOneOf(Location at, string field, string text, IEnumerable<string> allowed) => Error("RS1104", at, $"'{field}' can't be '{text}'{Hint(DidYouMean.Find(text, allowed))}. It is one of {string.Join(", ", allowed)}.");

    public static Diagnostic Missing(Location at, string owner, string field) => Error("RS1105", at, $"'{field}' is missing here; {owner} needs it.");

    public static Diagnostic NoSlug(Location at, string text) => Error("RS1106", at, $"'{Shorten(text)}' can't be an address: it needs a letter or a digit and no more than 255 bytes, and 'page' and 'index' are taken.");

    public static Diagnostic NotASlug(Location at, string field, string text, string slug) => Error("RS1107", at, $"'{text}' can't be the {field}, which is part of an address{(slug.Length > 0 ? $"; write '{slug}'" : "")}.");

    public static Diagnostic TooLong(Location at, string field, int length, int limit) => Error("RS1108", at, $"'{field}' has {length} characters; at most {limit} are allowed.");

    public static Diagnostic NotAWebAddress(Location at, string field, string text) => Error("RS1109", at, $"'{text}' is no web address for '{field}'. It begins with https:// or http://.");

    public static Diagnostic NotALanguage(Location at, string field, string text) => Error("RS1110", at, $"'{text}' is no language tag for '{field}'. Write one such as en, fr or zh-Hans.");

    public static Diagnostic NotAnAddress(Location at, string text) => Error("RS1111", at, $"'{text}' is no old address. Write the path within the site, such as /old/place/.");

    public static Diagnostic NotAPassage(Location at, string text) => Error("RS1112", at, $"'{text}' names no passage. Write a number, such as 3 or 3a, or a range, such as 3-5.");

    public static Diagnostic UnknownTimeZone(Location at, string name) => Error("RS1113", at, $"'{name}' is no time zone that this machine knows. Write one such as Asia/Tokyo.");

    public static Diagnostic BadPattern(Location at, string what) => Error("RS1114", at, $"This pattern can't be used: {what.TrimEnd('.')}. Look-around and back-references are not allowed, because they can take for ever.");

    public static Diagnostic UnknownNavigation(Location at, string target) => Error("RS1115", at, $"'{target}' is no list, page or web address that the navigation could lead to.");

    // Keys and addresses

    public static Diagnostic SameAddress(Location at, string address, string others) => Error("RS1201", at, $"The address {address} is also made by {others}. Give one of them another id, name or old address.");

    public static Diagnostic UnknownKeyOfClosedKind(Location at, string kind, string written, string? near) => Error("RS1202", at, $"'{written}' has no file in content/{kind}, and site.yml says that all {kind} have one{Hint(near)}.");

    public static Diagnostic OddLabel(Location at, string written, string title) => Warning("RS1203", at, $"'{written}' is written '{title}' elsewhere. It is taken for the same.");

    public static Diagnostic MaybeMeant(Location at, string kind, string written, string near) => Note("RS1204", at, $"'{written}' is used once and has no file in content/{kind}. Did you mean '{near}'?");

    public static Diagnostic SameName(Location at, string name, string first, string second) => Warning("RS1205", at, $"'{name}' is a name of both {first} and {second}, so that no text is linked by it. Take it from one of them.");

    public static Diagnostic UnknownStatement(Location at, string field, string id, string? near) => Error("RS1206", at, $"'{field}' names '{id}', and no statement has that id{Hint(near)}.");

    public static Diagnostic WithheldDraft(Location at, string title) => Note("RS1207", at, $"Not published: '{title}' is a draft. --drafts shows it.");

    public static Diagnostic WithheldFuture(Location at, string title, DateOnly day) => Note("RS1208", at, $"Not published yet: '{title}' appears on {day:yyyy-MM-dd}. --future shows it.");

    public static Diagnostic AddressTooLong(Location at, string address, int limit) => Error("RS1209", at, $"The address {Shorten(address)} is too long for the file systems that sites are kept on: at most {limit} bytes between two slashes, {limit * 4} in all. Give this a shorter id, name or old address.");

    // Text and links

    public static Diagnostic UnresolvedLink(Location at, string target, string? near) => Error("RS1301", at, $"'{target}' leads nowhere: no statement, page or entity has that key{Hint(near)}.");

    public static Diagnostic UnresolvedAnchor(Location at, string target, string anchor, string? near) => Error("RS1302", at, $"{target} has no anchor '#{anchor}'{Hint(near)}.");

    public static Diagnostic MissingFile(Location at, string path, string? near) => Error("RS1303", at, $"There is no file '{path}' to link to{Hint(near == path[(path.LastIndexOf('/') + 1)..] ? null : near)}.");

    public static Diagnostic AmbiguousLink(Location at, string key, string candidates) => Error("RS1304", at, $"'{key}' could be {candidates}. Write the kind before it, as in [[topics:{key}]].");

    public static Diagnostic QuoteNotFound(Location at, string passage) => Error("RS1305", at, $"This quotation does not stand in paragraph {passage}. Copy it from the text word for word.");

    public static Diagnostic NoSuchPassage(Location at, string passage, string last) => Error("RS1306", at, $"There is no paragraph {passage}; the last one is {last}.");

    public static Diagnostic SamePassage(Location at, string passage) => Error("RS1307", at, $"Two paragraphs are pinned as {passage}. Each id can be used once.");

    public static Diagnostic RemovedHtml(Location at, string what) => Warning("RS1308", at, $"Left out for safety: {what}. Use Markdown, or say 'html: trusted' in site.yml.");

    public static Diagnostic DangerousLink(Location at, string url) => Error("RS1309", at, $"'{url}' can't be a link: only web, mail and telephone addresses and paths are allowed.");

    public static Diagnostic LinkToWithheld(Location at, string target) => Warning("RS1310", at, $"'{target}' is not published, so this is shown as plain text.");

    public static Diagnostic TextTooDeep(Location at) => Error("RS1311", at, "Quotations or lists are nested too deeply here. Write them more simply.");

    public static Diagnostic LinkOfSource(Location at, string written, string url) => Warning("RS1312", at, $"'{written}' leads nowhere in this archive, so it is taken as it stands in the source: {url}.");

    public static Diagnostic NoCounterpart(Location at, string passage, string statement, string other) => Warning("RS1313", at, $"Paragraph {passage} of '{statement}' has no counterpart in '{other}'. Give both texts the same paragraphs, or pin the numbers with {{#p{passage}}}.");

    public static Diagnostic TooManyMentions(Location at, int limit) => Warning("RS1314", at, $"This paragraph holds more names and citations than are looked for ({limit}), so the others are not linked. Divide it, or raise 'mentions' under 'limits' in site.yml.");

    public static Diagnostic CostlyMarkdown(Location at, string limit, int most) => Error("RS1315", at, $"More than {most} " + limit switch
    {
        "brackets" => "square brackets and tags are opened here without an empty line between them",
        "addresses" => "web and mail addresses stand here without an empty line between them",
        _ => "links, notes and underlined headings are defined in this text",
    } + $". Divide the text, or raise '{limit}' under 'limits' in site.yml.");

    public static Diagnostic ActiveFile(Location at, string path, string why) => Error("RS1316", at, $"'{path}' can't be published: {why}. Say 'html: trusted' in site.yml if all of the content comes from people you trust.");

    public static Diagnostic TooManyNotes(Location at, int limit) => Error("RS1317", at, $"With this, the notes and citations of this front matter cover more than {limit} paragraphs. Write shorter ranges, or raise 'notes' under 'limits' in site.yml.");

    // Templates

    public static Diagnostic TemplateSyntax(Location at, string what) => Error("RS1401", at, $"This template can't be parsed: {what.TrimEnd('.')}.");

    public static Diagnostic TemplateFailed(Location at, string what, string page, string chain) => Error("RS1402", at, $"{what.TrimEnd('.')} (while rendering {page}{chain}).");

    public static Diagnostic MissingTemplate(Location at, string name, string? near) => Error("RS1403", at, $"There is no template '{name}'{Hint(near)}.");

    public static Diagnostic MissingText(Location at, string key, string? near) => Error("RS1404", at, $"The strings file has no text '{key}'{Hint(near)}.");

    // The finished pages

    public static Diagnostic BrokenLink(Location at, string page, string href, string? near) => Error("RS1501", at, $"The page {page} links to {href}, which does not exist{Hint(near)}.");

    public static Diagnostic BrokenFragment(Location at, string page, string href) => Error("RS1502", at, $"The page {page} links to {href}, and that page has no such anchor.");

    public static Diagnostic DuplicateId(Location at, string page, string id) => Error("RS1503", at, $"The page {page} has two elements with the id '{id}'.");

    public static Diagnostic ImageWithoutText(Location at, string page, string source) => Warning("RS1504", at, $"The image {source} on the page {page} has no text for those who can't see it. Write it between the brackets: ![…](…).");

    public static Diagnostic HeadingSkipped(Location at, string page, int from, int to) => Warning("RS1505", at, $"On the page {page} a heading of level {to} follows one of level {from}. Don't skip a level.");

    public static Diagnostic BrokenReference(Location at, string page, string attribute, string id) => Error("RS1506", at, $"On the page {page} the attribute '{attribute}' names the id '{id}', which no element there has.");

    public static Diagnostic BrokenQuotation(Location at, string page, string href, string quotation) => Error("RS1507", at, $"The page {page} links to {href}, and the words '{Shorten(quotation)}' do not stand on that page.");

    public static Diagnostic VersionDoesNotReturn(Location at, string page, string other) => Error("RS1508", at, $"The page {page} calls {other} its version in another language, and that page does not say so of it.");

    public static Diagnostic SitemapDiffers(Location at, string address, string how) => Error("RS1509", at, $"The sitemap has the address {address}, {how}.");

    public static Diagnostic IgnoredByPolicy(Location at, string page, string what) => Warning("RS1510", at, $"The page {page} holds {what} that browsers ignore, because the page's Content-Security-Policy forbids it. Put it into a file in templates/assets.");

    public static Diagnostic OutsideGone(Location at, string page, string url, string what, string archived) => Warning("RS1511", at, $"The page {page} links to {url}, which is gone ({what}). An archived copy may be at {archived}.");

    public static Diagnostic OutsideUnknown(Location at, string page, string url, string what) => Note("RS1512", at, $"The page {page} links to {url}, and it could not be learnt whether that is still there ({what}).");

    public static Diagnostic OutsideMoved(Location at, string page, string url, string target) => Note("RS1513", at, $"The page {page} links to {url}, which has moved for good to {target}.");

    // The output folder

    public static Diagnostic ForeignOutput(string folder) => Error("RS1601", Location.StartOf(folder), "This folder holds files that Rostrum did not write. Choose another with -o, or say --force to keep them beside the site.");

    public static Diagnostic UnsafeOutput(string folder, string why) => Error("RS1602", Location.StartOf(folder), $"The site can't be written here: {why}. Choose another folder with -o.");

    public static Diagnostic ForeignFile(string path) => Error("RS1603", Location.StartOf(path), "The site needs this address, and a file that Rostrum did not write lies there. Move it away, or say --force to replace it.");

    // What was published

    public static Diagnostic VanishedAddress(Location at, string address) => Error("RS1701", at, $"{address} was published and is gone. Restore its file, say where it went ('moved_from: {address}' in the file of the new page), or keep the file and mark it 'withdrawn'.");

    public static Diagnostic VanishedPassage(Location at, string address, string passage) => Note("RS1702", at, $"Paragraph {passage} of {address} was published and is gone. Its anchor stays and says so.");

    public static Diagnostic BadLockLine(Location at) => Error("RS1703", at, "This line is no address and no passage. Restore the file from version control; only 'rostrum lock' should change it.");

    public static Diagnostic NotLocked(Location at, string address) => Error("RS1704", at, $"{address} is published and not in content/published.lock. Run 'rostrum lock' and commit the file.");

    private static string Shorten(string text) => text.Length > 60 ? text[..60] + "…" : text;

    private static string Hint(string? near) => near is null ? "" : $" (did you mean '{near}'?)";

    private static Diagnostic Error(string code, Location at, string message) => new(Severity.Error, code, Printable.Of(message), at);

    private static Diagnostic Warning(string code, Location at, string message) => new(Severity.Warning, code, Printable.Of(message), at);

    private static Diagnostic Note(string code, Location at, string message) => new(Severity.Note, code, Printable.Of(message), at);
}
