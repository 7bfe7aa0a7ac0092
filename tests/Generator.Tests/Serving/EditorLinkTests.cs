using Rostrum.Serving;

namespace Rostrum.Tests.Serving;

/// <summary>Links open the file at its line in the editor that site.yml names.</summary>
public sealed class EditorLinkTests
{
    [Theory]
    [InlineData("vscode", "/a b/c.md", "vscode://file/a%20b/c.md:3:5")]
    [InlineData("zed", "/a.md", "zed://file/a.md:3:5")]
    [InlineData("vscode", @"C:\a\b.md", "vscode://file/C:/a/b.md:3:5")]
    [InlineData("idea", "/a.md", "idea://open?file=/a.md&line=3&column=5")]
    [InlineData("subl", "/a.md", "subl://open?url=file:///a.md&line=3&column=5")]
    [InlineData("mine://x?f={path}&l={line}", "/a.md", "mine://x?f=/a.md&l=3")]
    [InlineData("none", "/a.md", null)]
    [InlineData("javascript:alert(1)//{path}", "/a.md", null)]
    [InlineData(" javascript:alert(1)//{path}", "/a.md", null)]
    [InlineData("data", "/a.md", null)]
    public void AnEditorHasItsOwnFormOfLink(string editor, string file, string? link) => Assert.Equal(link, EditorLink.To(editor, file, 3, 5));
}
