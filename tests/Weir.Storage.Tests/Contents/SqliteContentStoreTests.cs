using System.Text;
using Weir.Ledger.Contents;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Contents;
using Xunit;

namespace Weir.Storage.Tests.Contents;

/// <summary>Prompts and answers: kept, found, and erased with their space.</summary>
public sealed class SqliteContentStoreTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private SqliteContentStore _store = null!;

    public ValueTask InitializeAsync()
    {
        _store = SqliteContentStore.Open(_folder.Path, TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"input":{"messages":[{"role":"user","content":"ü😀 it's \u0000"}]}}""")]
    public async Task Content_IsFoundAsItWasKept_AlsoAfterARestart(string json)
    {
        await _store.SaveAsync([Row("gen-1", json)], None);
        await _store.SaveAsync([Row("gen-1", """{"second":true}""")], None);
        await _store.DisposeAsync();
        _store = SqliteContentStore.Open(_folder.Path, TimeProvider.System);

        var found = await _store.FindAsync(new GenerationId("gen-1"), None);

        Assert.Equal(json, Encoding.UTF8.GetString(found!.Json.Span));
        Assert.Equal(Now, found.StoredAt);
        Assert.Null(await _store.FindAsync(new GenerationId("gen-2"), None));
    }

    [Fact]
    public async Task Erase_TakesTheOldestInSteps_AndGivesTheirSpaceBack()
    {
        var noise = new Random(1);
        var bytes = new byte[60_000];
        for (var index = 0; index < 50; index++)
        {
            noise.NextBytes(bytes);
            await _store.SaveAsync([Row($"gen-{index}", $"\"{Convert.ToBase64String(bytes)}\"") with { StoredAt = Now.AddMinutes(index) }], None);
        }

        await _store.DisposeAsync();
        var before = Length();
        _store = SqliteContentStore.Open(_folder.Path, TimeProvider.System);
        var erased = new List<int>();
        while (await _store.EraseAsync(Now.AddMinutes(40), 15, None) is > 0 and var step)
        {
            erased.Add(step);
        }

        Assert.Equal([15, 15, 10], erased);
        Assert.Null(await _store.FindAsync(new GenerationId("gen-39"), None));
        Assert.NotNull(await _store.FindAsync(new GenerationId("gen-40"), None));
        await _store.DisposeAsync();
        Assert.InRange(Length(), 1, before / 3);
        _store = SqliteContentStore.Open(_folder.Path, TimeProvider.System);
    }

    [Fact]
    public async Task Writer_StoresWhatItTook_BeforeItCloses()
    {
        var lost = 0;
        await using (var writer = new ContentWriter(_store, (count, _) => lost += count))
        {
            for (var index = 0; index < 300; index++)
            {
                writer.Write(Row($"gen-{index}", "{}"));
            }
        }

        Assert.Equal(0, lost);
        Assert.NotNull(await _store.FindAsync(new GenerationId("gen-299"), None));
    }

    [Fact]
    public async Task Writer_WhatTheStoreRefusesOrTheQueueCannotHold_IsCounted()
    {
        await _store.DisposeAsync();
        var causes = new List<Exception?>();
        var writer = new ContentWriter(_store, (_, cause) => causes.Add(cause));
        writer.Write(Row("gen-1", "{}"));
        writer.Write(new ContentRow { GenerationId = new GenerationId("gen-2"), StoredAt = Now, Json = new byte[ContentWriter.MostQueuedBytes + 1] });
        await writer.DisposeAsync();

        Assert.Equal(2, writer.Lost);
        Assert.Contains(causes, cause => cause is IOException);
        Assert.Contains(causes, cause => cause is null);
        _store = SqliteContentStore.Open(_folder.Path, TimeProvider.System);
    }

    private static ContentRow Row(string id, string json) => new() { GenerationId = new GenerationId(id), StoredAt = Now, Json = Encoding.UTF8.GetBytes(json) };

    private long Length() => new FileInfo(Path.Combine(_folder.Path, SqliteContentStore.FileName)).Length;
}
