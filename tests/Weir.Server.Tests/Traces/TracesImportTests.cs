using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Traces;

/// <summary><c>weir traces import</c>: files as the OpenTelemetry Collector and others write them, brought to a running server.</summary>
public sealed class TracesImportTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weir-import-").FullName;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("lines", 3)]
    [InlineData("lines without an end, with a byte order mark", 3)]
    [InlineData("one over many lines", 1)]
    [InlineData("lines, gzip", 3)]
    [InlineData("protobuf with lengths", 3)]
    [InlineData("protobuf with lengths, gzip", 3)]
    [InlineData("one protobuf", 1)]
    public async Task Import_EveryForm_StoresItsSpansAndSaysSo(string form, int spans)
    {
        await using var server = await TestServer.StartAsync();

        var (exitCode, _, said) = await ImportAsync(server, FileOf(form), "--project", "imported");

        Assert.True(exitCode == 0, said);
        Assert.Contains($"{spans} {(spans == 1 ? "request" : "requests")} of spans stored, 0 spans refused", said, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, spans).Select(span => $"span {span}"), await NamesAsync(server));
    }

    [Fact]
    public async Task Import_Again_StoresNothingTwice()
    {
        await using var server = await TestServer.StartAsync();
        var file = FileOf("lines");

        _ = await ImportAsync(server, file, "--project", "imported");
        _ = await ImportAsync(server, file, "--project", "imported");

        Assert.Equal(["span 1", "span 2", "span 3"], await NamesAsync(server));
    }

    [Theory]
    [InlineData("cut off", "ends in the middle of a request")]
    [InlineData("cut off protobuf", "ends in the middle of a request")]
    [InlineData("text", "neither JSON nor protobuf")]
    [InlineData("zstd", "compressed with zstd")]
    [InlineData("empty", "holds no request")]
    public async Task Import_FileThatIsNotWhole_SaysWhyAndExits1(string form, string why)
    {
        await using var server = await TestServer.StartAsync();

        var (exitCode, _, said) = await ImportAsync(server, FileOf(form));

        Assert.Equal(1, exitCode);
        Assert.Contains(why, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_SpanThatIsRefused_IsToldAndTheOthersAreStored()
    {
        await using var server = await TestServer.StartAsync();
        var bad = Json(2).Replace("0000000000000200", "00", StringComparison.Ordinal);

        var (exitCode, _, said) = await ImportAsync(server, Write("bad.json", Encoding.UTF8.GetBytes(Json(1) + "\n" + bad + "\n" + Json(3))), "--project", "imported");

        Assert.Equal(1, exitCode);
        Assert.Contains("1 span refused", said, StringComparison.Ordinal);
        Assert.Equal(["span 1", "span 3"], await NamesAsync(server));
    }

    private static Task<(int ExitCode, string Output, string Errors)> ImportAsync(TestServer server, string file, params string[] arguments) =>
        WeirProcess.RunWithAsync(("WEIR_KEY", server.InferenceKey), ["traces", "import", file, .. arguments, "--server", server.Address.ToString()]);

    private static async Task<IEnumerable<string>> NamesAsync(TestServer server)
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/v1/projects/imported/spans", server.InferenceKey);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var answer = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return [.. answer.RootElement.GetProperty("data").EnumerateArray().Select(span => span.GetProperty("name").GetString()!).Order(StringComparer.Ordinal)];
    }

    private string FileOf(string form) => Write("traces", form switch
    {
        "lines" => Lines(),
        "lines without an end, with a byte order mark" => [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(string.Join("\r\n", Json(1), Json(2), Json(3)))],
        "one over many lines" => Encoding.UTF8.GetBytes(Json(1).Replace(",", ",\n  ", StringComparison.Ordinal) + "\n"),
        "lines, gzip" => Gzip(Lines()),
        "protobuf with lengths" => WithLengths(),
        "protobuf with lengths, gzip" => Gzip(WithLengths()),
        "one protobuf" => Protobuf(1),
        "cut off" => Lines()[..^20],
        "cut off protobuf" => WithLengths()[..^20],
        "text" => "hello"u8.ToArray(),
        "zstd" => [0x28, 0xb5, 0x2f, 0xfd, 0, 0],
        _ => [],
    });

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Lines() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 3).Select(span => Json(span) + "\n")));

    private static string Json(int span) =>
        $$"""{"resourceSpans":[{"resource":{},"scopeSpans":[{"spans":[{"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"{{span * 256:x16}}","name":"span {{span}}","startTimeUnixNano":"1700000000000000000","endTimeUnixNano":"1700000000000000001"}]}]}]}""";

    private static byte[] WithLengths()
    {
        using var file = new MemoryStream();
        Span<byte> length = stackalloc byte[4];
        for (var span = 1; span <= 3; span++)
        {
            var request = Protobuf(span);
            BinaryPrimitives.WriteInt32BigEndian(length, request.Length);
            file.Write(length);
            file.Write(request);
        }

        return file.ToArray();
    }

    // ExportTraceServiceRequest { 1: ResourceSpans { 2: ScopeSpans { 2: Span { trace_id = 1, span_id = 2, name = 5, start = 7, end = 8 } } } }
    private static byte[] Protobuf(int span)
    {
        var time = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(time, 1_700_000_000_000_000_000);
        byte[] message =
        [
            .. Field(1, Convert.FromHexString("0af7651916cd43dd8448eb211c80319c")),
            .. Field(2, [0, 0, 0, 0, 0, 0, (byte)span, 0]),
            .. Field(5, Encoding.UTF8.GetBytes($"span {span}")),
            (7 << 3) | 1, .. time, (8 << 3) | 1, .. time,
        ];
        return Field(1, Field(2, Field(2, message)));
    }

    private static byte[] Field(int number, byte[] content) => [(byte)((number << 3) | 2), (byte)content.Length, .. content];

    private static byte[] Gzip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }
}
