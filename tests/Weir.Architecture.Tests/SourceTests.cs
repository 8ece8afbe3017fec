using Xunit;

namespace Weir.Architecture.Tests;

/// <summary>What stands in the source files.</summary>
public sealed class SourceTests
{
    private const int LongestSource = 500;
    private const int LongestTest = 1000;
    private const int LongestLine = 160;

    // Folders whose lines have been broken; one more is one more line here.
    private static readonly string[] WithShortLines =
    [
        "src/Weir.Ledger/", "src/Weir.Storage.Sqlite/Ledger/", "src/Weir.Server/Endpoints/Activity/", "src/Weir.Server/Endpoints/Analytics/",
        "src/Weir.Server/Endpoints/Audit/", "src/Weir.Server/Endpoints/Byok/", "src/Weir.Server/Endpoints/Credits/", "src/Weir.Server/Endpoints/Datasets/",
        "src/Weir.Server/Endpoints/Guardrails/", "src/Weir.Server/Endpoints/Management/", "src/Weir.Server/Endpoints/Notifications/",
        "src/Weir.Server/Endpoints/Organization/", "src/Weir.Server/Endpoints/Records/", "src/Weir.Server/Endpoints/Scim/",
        "src/Weir.Server/Endpoints/Workspaces/", "src/Weir.Server/Notifications/", "src/Weir.Server/Reconciliation/",
    ];

    // A program without a type of its own.
    private static readonly string[] WithoutType = ["src/Weir.Cli/Program.cs"];

    [Fact]
    public void Sql_IsInStorageOnly() => Rule.Holds(
        from file in Repository.CodeFiles(Repository.Source)
        where !file.Path.StartsWith("src/Weir.Storage.", StringComparison.Ordinal)
        from literal in SourceText.SqlLiterals(file.Text)
        select $"{file.Path}: SQL outside storage: {literal}");

    [Fact]
    public void Files_AreShort() => Rule.Holds(TooLong(Repository.CodeFiles(Repository.Source), LongestSource).Concat(TooLong(Repository.CodeFiles(Repository.Tests), LongestTest)));

    [Fact]
    public void Lines_AreShort() => Rule.Holds(
        from file in Repository.CodeFiles(Repository.Source)
        where WithShortLines.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))
        from line in SourceText.LongLines(file.Text, LongestLine)
        select $"{file.Path}: a line of {line.Length} characters, at most {LongestLine}: {line[..60]}…");

    [Fact]
    public void Types_HaveTheirOwnFile() => Rule.Holds(Repository.CodeFiles(Repository.Source).Where(file => !WithoutType.Contains(file.Path)).SelectMany(file => Misplaced(file.Path, file.Text)));

    [Fact]
    public void BannedWords_AreAbsent() => Rule.Holds(
        from file in Repository.Files(Repository.Source, path => Path.GetExtension(path) is ".cs" or ".csproj" or ".md" or ".json" or ".txt")
        from word in SourceText.BannedWords(file.Text)
        select $"{file.Path}: {word}");

    [Theory]
    [InlineData("""var sql = "SELECT id FROM t";""")]
    [InlineData("""var sql = $@"x "" DELETE  FROM {table}";""")]
    [InlineData("var sql = \"\"\"\n    UPDATE t SET a = '\"'\n    \"\"\";")]
    [InlineData("""char c = '"'; /* " */ Run("CREATE TABLE t(n)");""")]
    public void Sql_IsFound(string code) => Assert.Single(SourceText.SqlLiterals(code));

    [Theory]
    [InlineData("""// "SELECT id FROM t" """)]
    [InlineData("""/// <c>"INSERT INTO"</c>""")]
    [InlineData("""var text = "Select a model, update it or delete from the list"; var SELECT = 1;""")]
    public void Sql_IsNotSeenInWordsAndComments(string code) => Assert.Empty(SourceText.SqlLiterals(code));

    [Fact]
    public void LongLine_IsFound_UnlessItIsTheTextThatIsLong()
    {
        var words = string.Concat(Enumerable.Repeat("word ", 40));

        Assert.Single(SourceText.LongLines($"var a = 1;\n// {words}\nvar b = 2;", LongestLine));
        Assert.Single(SourceText.LongLines($"Call({words.Replace(' ', ',')}1);", LongestLine));
        Assert.Empty(SourceText.LongLines($"Call(\"{words}\");\nvar sql = \"\"\"\n    {words}\n    \"\"\";", LongestLine));
    }

    [Fact]
    public void LongFile_IsFound()
    {
        Assert.Single(TooLong([("a.cs", string.Concat(Enumerable.Repeat("x\n", 501)))], LongestSource));
        Assert.Empty(TooLong([("a.cs", string.Concat(Enumerable.Repeat("x\n", 500)))], LongestSource));
    }

    [Theory]
    [InlineData("Other", "public sealed class Thing;")]
    [InlineData("Thing", "public sealed class Thing;\n\ninternal enum Second { One }")]
    [InlineData("Nothing", "namespace Weir;")]
    public void MisplacedType_IsFound(string file, string code) => Assert.Single(Misplaced($"src/Weir.A/{file}.cs", code));

    [Theory]
    [InlineData("public readonly record struct Thing(int Number);")]
    [InlineData("internal static partial class Thing\n{\n    private sealed class Nested;\n}")]
    [InlineData("public delegate void Thing(ReadOnlySpan<byte> data);")]
    public void TypeInItsFile_IsFine(string code) => Assert.Empty(Misplaced("src/Weir.A/Thing.cs", code));

    [Theory]
    [InlineData("var folder = \"/work/data\";")]
    [InlineData("<Path>/root/x</Path>")]
    [InlineData("// TODO: later")]
    [InlineData("throw new NotImplementedException();")]
    public void BannedWord_IsFound(string text)
    {
        Assert.Single(SourceText.BannedWords(text));
        Assert.Empty(SourceText.BannedWords(@"Reads \uXXXX from https://example.com/work/it; hacks and todos"));
    }

    private static IEnumerable<string> TooLong(IEnumerable<(string Path, string Text)> files, int longest) =>
        from file in files
        let lines = SourceText.LineCount(file.Text)
        where lines > longest
        select $"{file.Path}: {lines} lines, at most {longest}: split it";

    private static IEnumerable<string> Misplaced(string path, string code)
    {
        var types = SourceText.TopLevelTypes(code);
        var wanted = Path.GetFileNameWithoutExtension(path);
        return types is [var only] && only == wanted ? [] : [$"{path}: declares {(types.Count == 0 ? "no type" : string.Join(", ", types))}; one type a file, named like it"];
    }
}
