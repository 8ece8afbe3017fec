using Weir.Server.Configuration;
using Xunit;

namespace Weir.Tests.Server.Configuration;

/// <summary>Which changes of <c>weir.json</c> are seen, and how often.</summary>
public sealed class ConfigFileTests : IDisposable
{
    private const string Bodies = """{ "traces": { "bodies": true  } }""";
    private const string NoBodies = """{ "traces": { "bodies": false } }""";

    private readonly string _folder = Directory.CreateTempSubdirectory("weir-config-").FullName;

    private string File => Path.Combine(_folder, "weir.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Edit_OfTheSameLengthAtTheSameTime_IsSeenOnce()
    {
        var file = Started(Bodies);
        var written = System.IO.File.GetLastWriteTimeUtc(File);
        System.IO.File.WriteAllText(File, NoBodies);
        System.IO.File.SetLastWriteTimeUtc(File, written);

        var read = Settled(file);

        Assert.False(read?.TraceBodies);
        Assert.Null(Settled(file));
    }

    [Fact]
    public void FileThatIsBeingWritten_IsLeftAloneUntilItStaysAsItIs()
    {
        var file = Started(Bodies);
        System.IO.File.WriteAllText(File, NoBodies[..10]);
        Assert.Null(file.ReadChanged());
        System.IO.File.WriteAllText(File, NoBodies);
        Assert.Null(file.ReadChanged());

        Assert.False(file.ReadChanged()?.TraceBodies);
    }

    [Fact]
    public void Link_ThatPointsElsewhere_IsSeen()
    {
        var (first, second) = (Path.Combine(_folder, "first"), Path.Combine(_folder, "second"));
        System.IO.File.WriteAllText(first, Bodies);
        System.IO.File.WriteAllText(second, NoBodies);
        System.IO.File.CreateSymbolicLink(File, first);
        var file = new ConfigFile(File, isOptional: false);
        _ = file.ReadFirst();

        System.IO.File.Delete(File);
        System.IO.File.CreateSymbolicLink(File, second);

        Assert.False(Settled(file)?.TraceBodies);
    }

    [Theory]
    [InlineData("{ \"traces\": ")]
    [InlineData("")]
    [InlineData(null)]
    public void BrokenContent_IsReportedOnce_AndWhatWasReadBeforeIsReadAgain(string? broken)
    {
        var file = Started(NoBodies);
        Write(broken);

        Assert.Throws<ConfigurationException>(() => Settled(file));
        Assert.Null(Settled(file));
        Write(NoBodies);
        Assert.False(Settled(file)?.TraceBodies);
    }

    [Fact]
    public void OptionalFile_IsSeenWhenItAppears()
    {
        var file = new ConfigFile(File, isOptional: true);

        Assert.True(file.ReadFirst().TraceBodies);
        Assert.Null(Settled(file));
        Write(NoBodies);
        Assert.False(Settled(file)?.TraceBodies);
        Assert.True(file.CanBeWatched);
    }

    [Fact]
    public void RequiredFile_ThatIsMissing_IsRefused() =>
        Assert.Contains("cannot be read", Assert.Throws<ConfigurationException>(() => new ConfigFile(File, isOptional: false).ReadFirst()).Message, StringComparison.Ordinal);

    private ConfigFile Started(string content)
    {
        Write(content);
        var file = new ConfigFile(File, isOptional: false);
        _ = file.ReadFirst();
        Assert.Null(Settled(file));
        return file;
    }

    // Two looks: one that sees it, one that sees it unchanged.
    private static WeirConfiguration? Settled(ConfigFile file) => file.ReadChanged() ?? file.ReadChanged();

    private void Write(string? content)
    {
        if (content is null)
        {
            System.IO.File.Delete(File);
            return;
        }

        System.IO.File.WriteAllText(File, content);
    }
}
