using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Xunit;

namespace Weir.Server.Tests.Phoenix;

/// <summary>Datasets as files: forms with CSV and JSON lines in, CSV and JSON lines out.</summary>
public sealed class DatasetFileTests
{
    [Fact]
    public async Task Csv_QuotesBreaksMarksAndEmptyFields_AreReadAsEverybodyReadsThem()
    {
        await using var server = await TestServer.StartAsync();

        var id = await SendAsync(server, "\uFEFFвопрос,a,b\r\n\"say \"\"hi\"\",\nplease\",  ,2\n\nшорт\r", "text/csv", gzip: true, ("input_keys[]", "вопрос"), ("input_keys[]", "a"), ("output_keys[]", "b"));

        var examples = await server.ExamplesAsync(id);
        Assert.Equal(["say \"hi\",\nplease", "шорт"], examples.Select(example => example.GetProperty("input").Text("вопрос")));
        Assert.Equal(["""{"b":"2"}""", "{}"], examples.Select(example => example.GetProperty("output").GetRawText()));
        Assert.False(examples[0].GetProperty("input").TryGetProperty("a", out _));
    }

    [Fact]
    public async Task Csv_DottedAndFlattenedColumns_BecomeObjects()
    {
        await using var server = await TestServer.StartAsync();
        const string File = "id,input.q,input.c.s,gpt-3.5,details,splits\nex1,hello,web,v,\"{\"\"x\"\": 1}\",\"[\"\"train\"\", \"\"v1\"\"]\"\n";

        var id = await SendAsync(
            server, File, "text/csv", gzip: false, ("input_keys[]", "input.q"), ("input_keys[]", "input.c.s"), ("input_keys[]", "gpt-3.5"), ("metadata_keys[]", "details"), ("flatten_keys[]", "details"), ("split_key", "splits"), ("example_id_key", "id"));

        var example = Assert.Single(await server.ExamplesAsync(id, "?split=v1"));
        Assert.Equal("ex1", example.Text("id"));
        Assert.Equal("""{"q":"hello","c":{"s":"web"},"gpt-3.5":"v"}""", example.GetProperty("input").GetRawText());
        Assert.Equal("""{"x":1}""", example.GetProperty("metadata").GetRawText());
    }

    [Fact]
    public async Task JsonLines_NumbersAndNulls_StayAsTheyAreWritten()
    {
        await using var server = await TestServer.StartAsync();

        var id = await SendAsync(server, "{\"a\": 1.50, \"b\": null, \"o\": {\"deep\": [1e3]}}\n\n", "application/jsonl", gzip: true, ("input_keys[]", "a"), ("input_keys[]", "b"), ("output_keys[]", "o"), ("flatten_keys[]", "o"));

        var example = Assert.Single(await server.ExamplesAsync(id));
        Assert.Equal("""{"a":1.50,"b":null}""", example.GetProperty("input").GetRawText());
        Assert.Equal("""{"deep":[1e3]}""", example.GetProperty("output").GetRawText());
    }

    [Theory]
    [InlineData("q,q\n1,2", "text/csv", "input_keys[]", "q", 422, "Duplicated column header")]
    [InlineData("q\n1", "text/csv", "input_keys[]", "z", 422, "input keys not found in column headers: 'z'")]
    [InlineData("q\n\"open", "text/csv", "input_keys[]", "q", 422, "not closed")]
    [InlineData("", "text/csv", "input_keys[]", "q", 422, "Missing CSV column header")]
    [InlineData("{\"q\":1}\n[2]", "application/jsonl", "input_keys[]", "q", 422, "Line 2")]
    [InlineData("{\"q\":1,\"q\":2}", "application/jsonl", "input_keys[]", "q", 422, "Line 1")]
    [InlineData("q\n1", "application/x-pandas-pyarrow", "input_keys[]", "q", 501, "PyArrow")]
    [InlineData("q\n1", "application/pdf", "input_keys[]", "q", 422, "Invalid file content type")]
    [InlineData("q\n1", "text/csv", "flatten_keys[]", "q", 422, "expected object values")]
    public async Task File_Wrong_IsRefusedByName(string file, string type, string field, string value, int status, string problem)
    {
        await using var server = await TestServer.StartAsync();
        (string, string)[] fields = field == "flatten_keys[]" ? [(field, value), ("input_keys[]", value)] : [(field, value)];

        using var response = await PostAsync(server, Encoding.UTF8.GetBytes(file), type, null, fields);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(problem, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatInflatesBeyondTheLimit_Is413()
    {
        await using var server = await TestServer.StartAsync();
        var bomb = Gzip(new byte[(64 << 20) + 1]);

        using var response = await PostAsync(server, bomb, "text/csv", "gzip", ("input_keys[]", "q"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task File_NotUtf8_IsRefused()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await PostAsync(server, [(byte)'q', (byte)'\n', 0xff, 0xfe], "text/csv", null, ("input_keys[]", "q"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task CsvExport_FormulasQuotesAndNesting_AreSafeAndComeBack()
    {
        await using var server = await TestServer.StartAsync();
        var id = (await server.UploadAsync(
            """{"name":"q\"a/é","inputs":[{"q":"=1+1","n":-5,"c":{"s":"a,\"b\"\nc"},"l":[1]},{"q":"@x"}],"outputs":[{"é":null},{"z":true}],"splits":["train",null],"example_ids":["+id",null]}""")).Text("dataset_id");

        using var response = await server.SendAsync(HttpMethod.Get, $"/v1/datasets/{id}/csv", server.InferenceKey);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment; filename*=UTF-8''q%22a%2F%C3%A9.csv", response.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.StartsWith("id,node_id,splits,input.q,input.n,input.c.s,input.l,output.é,output.z\n", text, StringComparison.Ordinal);
        Assert.Contains("'+id,RGF0YXNldEV4YW1wbGU6MQ==,\"[\"\"train\"\"]\",'=1+1,-5,\"a,\"\"b\"\"\nc\",[1],,", text, StringComparison.Ordinal);
        Assert.Contains(",[],'@x,,,,,true", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonLinesExports_AreWhatOpenAiReads()
    {
        await using var server = await TestServer.StartAsync();
        var id = (await server.UploadAsync(
            """{"name":"chat","inputs":[{"messages":[{"role":"user","content":"é <x>"}],"tools":[{"type":"function"}]},{"q":1}],"outputs":[{"messages":[{"role":"assistant","content":"z"}]},{}]}""")).Text("dataset_id");

        var plain = await server.DownloadAsync($"/v1/datasets/{id}/jsonl");
        var tuning = await server.DownloadAsync($"/v1/datasets/{id}/jsonl/openai_ft");
        var evals = await server.DownloadAsync($"/v1/datasets/{id}/jsonl/openai_evals");

        Assert.Equal(2, plain.TrimEnd('\n').Split('\n').Length);
        Assert.Equal("""{"messages":[{"role":"user","content":"é <x>"},{"role":"assistant","content":"z"}],"tools":[{"type":"function"}]}""" + "\n{\"messages\":[]}\n", tuning);
        Assert.Equal("""{"messages":[{"role":"user","content":"é <x>"}],"ideal":"z"}""" + "\n{\"messages\":[],\"ideal\":\"\"}\n", evals);
    }

    private static async Task<string> SendAsync(TestServer server, string file, string type, bool gzip, params (string Name, string Value)[] fields)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        using var response = await PostAsync(server, gzip ? Gzip(bytes) : bytes, type, gzip ? "gzip" : null, fields);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, answer);
        return (await TestServer.ReadJsonAsync(response)).GetProperty("data").Text("dataset_id")!;
    }

    private static async Task<HttpResponseMessage> PostAsync(TestServer server, byte[] file, string type, string? encoding, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent("weir-test");
        form.Add(new StringContent("file"), "name");
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), $"\"{name}\"");
        }

        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        form.Add(content, "file", "file");
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/v1/datasets/upload?sync=true")) { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.InferenceKey);
        return await invoker.SendAsync(request, CancellationToken.None);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return buffer.ToArray();
    }
}
