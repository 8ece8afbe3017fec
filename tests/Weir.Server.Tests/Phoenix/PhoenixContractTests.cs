using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;
using Xunit;
using SentSpans = Weir.Server.Tests.Traces.Otlp;

namespace Weir.Server.Tests.Phoenix;

/// <summary>Every operation on datasets, experiments and prompts answers with a status, a media type and a body that Phoenix's document has.</summary>
public sealed class PhoenixContractTests
{
    private const string Dataset = "/v1/datasets/{id}";
    private const string Named = "/v1/datasets/{dataset_identifier}";
    private const string Experiment = "/v1/experiments/{experiment_id}";
    private const string Prompt = "/v1/prompts/{prompt_identifier}";
    private const string PromptVersion = "/v1/prompt_versions/{prompt_version_id}";
    private const string Times = "\"start_time\":\"2026-01-01T00:00:00Z\",\"end_time\":\"2026-01-01T00:00:01Z\"";

    private static readonly string[] Roots =
        ["/v1/datasets", "/v1/dataset_labels", "/v1/experiments", "/v1/experiment_evaluations", "/v1/prompts", "/v1/prompt_versions", "/v1/system", "/v1/user"];

    // Keys of people: Weir's belong to programs.
    private static readonly string[] NotServed = ["/v1/user/api_keys"];

    private readonly Lazy<PhoenixContract> _document = new(PhoenixContract.Open);
    private readonly HashSet<(string Method, string Path)> _called = [];
    private readonly List<string> _violations = [];
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    [Fact]
    public async Task EveryOperation_WhatWorks_IsAsTheDocumentSays()
    {
        _ = _document.Value;
        await using var server = await TestServer.StartAsync();
        await SentSpans.SendAsync(server, "p", SentSpans.Span(1, 1));

        await MakeDatasetsAsync(server);
        await MakeExperimentsAsync(server);
        await MakePromptsAsync(server);
        await MakeKeysAsync(server);
        await CallAsync(server, "GET", "/v1/projects/{project_identifier}/spans/otlpv1");
        await DeleteAllAsync(server);

        Assert.True(_violations.Count == 0, string.Join('\n', _violations));
        Assert.DoesNotContain(_document.Value.Operations(Roots).Except(_called), operation => !NotServed.Any(path => operation.Path.StartsWith(path, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task EveryOperation_WhatIsNotThere_IsRefusedWithAStatusOfTheDocument()
    {
        await using var server = await TestServer.StartAsync();
        var types = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = "Dataset", ["dataset_id"] = "Dataset", ["dataset_identifier"] = "Dataset", ["experiment_id"] = "Experiment", ["prompt_identifier"] = "Prompt",
            ["prompt_version_id"] = "PromptVersion", ["label_id"] = "DatasetLabel", ["split_id"] = "DatasetSplit",
        };
        foreach (var (method, path) in _document.Value.Operations(Roots).Where(operation => operation.Path.Contains('{', StringComparison.Ordinal) && !operation.Path.Contains("api_key", StringComparison.Ordinal)))
        {
            foreach (var type in (string[])["Span", ""])
            {
                foreach (var (name, own) in types)
                {
                    _ids[name] = Server.Endpoints.Traces.GlobalId.Of(type.Length == 0 ? own : type, 99);
                }

                (_ids["tag_name"], _ids["tag_identifier"]) = ("production", "production");
                using var response = await server.SendAsync(new HttpMethod(method), Address(path), server.ManagementKey, method is "POST" or "PUT" or "PATCH" ? "{}" : null);
                var status = (int)response.StatusCode;
                if (status is not (404 or 422))
                {
                    _violations.Add($"{method} {path}: {status}");
                }
                else if (_document.Value.Violations(method, path, status, "text/plain", "x").FirstOrDefault(violation => violation.Contains("has no " + status, StringComparison.Ordinal)) is { } violation
                    && !(status == 404 && path is Dataset + "/versions" or "/v1/datasets/{dataset_id}/experiments"))
                {
                    _violations.Add(violation);
                }

                Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
            }
        }

        Assert.True(_violations.Count == 0, string.Join('\n', _violations));
    }

    private async Task MakeDatasetsAsync(TestServer server)
    {
        var made = await CallAsync(
            server, "POST", "/v1/datasets/upload", $$"""{"name":"qa","inputs":[{"q":1},{"q":2}],"splits":["train",null],"span_ids":["{{SentSpans.SpanId(1)}}",null],"example_ids":["one",null]}""");
        (_ids["id"], _ids["dataset_id"], _ids["dataset_identifier"]) = (Id(made, "dataset_id"), Id(made, "dataset_id"), "qa");
        await CallAsync(server, "GET", "/v1/datasets");
        await CallAsync(server, "GET", Dataset);
        await CallAsync(server, "GET", Dataset + "/versions");
        var examples = await CallAsync(server, "GET", Dataset + "/examples", query: "?split=train");
        _ids["example"] = examples.GetProperty("data").GetProperty("examples")[0].Text("node_id")!;
        foreach (var file in (string[])["/csv", "/jsonl", "/jsonl/openai_ft", "/jsonl/openai_evals"])
        {
            await CallAsync(server, "GET", Dataset + file);
        }

        _ids["split_id"] = Id(await CallAsync(server, "POST", Named + "/splits", $$"""{"name":"hard","example_ids":["{{_ids["example"]}}"]}"""));
        await CallAsync(server, "PATCH", Named + "/splits/{split_id}", """{"description":"d"}""");
        _ids["label_id"] = Id(await CallAsync(server, "POST", "/v1/dataset_labels", """{"name":"golden","color":"#00cc88"}"""));
        await CallAsync(server, "GET", "/v1/dataset_labels");
        await CallAsync(server, "GET", "/v1/dataset_labels/{label_id}");
        await CallAsync(server, "PATCH", "/v1/dataset_labels/{label_id}", """{"color":"#000000"}""");
        await CallAsync(server, "PUT", Named + "/labels", $$"""{"dataset_label_ids":["{{_ids["label_id"]}}"]}""");
        await CallAsync(server, "PUT", Named + "/labels/{label_id}");
        await CallAsync(server, "GET", Named + "/labels");
        await CallAsync(server, "DELETE", Named + "/labels/{label_id}");
    }

    private async Task MakeExperimentsAsync(TestServer server)
    {
        _ids["experiment_id"] = Id(await CallAsync(server, "POST", "/v1/datasets/{dataset_id}/experiments", """{"name":"e","metadata":{"a":1},"repetitions":2}"""));
        await CallAsync(server, "GET", "/v1/datasets/{dataset_id}/experiments");
        var run = Id(await CallAsync(
            server, "POST", Experiment + "/runs", $$"""{"dataset_example_id":"{{_ids["example"]}}","repetition_number":1,"output":{"a":[1]},"trace_id":"{{SentSpans.TraceId(1)}}",{{Times}}}"""));
        await CallAsync(server, "GET", Experiment);
        await CallAsync(server, "PATCH", Experiment, """{"name":"f","description":null}""");
        await CallAsync(server, "GET", Experiment + "/runs");
        await CallAsync(server, "GET", Experiment + "/incomplete-runs");
        await CallAsync(server, "GET", Experiment + "/incomplete-evaluations", query: "?evaluation_name=quality");
        await CallAsync(server, "POST", "/v1/experiment_evaluations", $$"""{"experiment_run_id":"{{run}}","name":"quality","annotator_kind":"CODE","result":{"score":0.5},{{Times}}}""");
        await CallAsync(server, "GET", Experiment + "/json");
        await CallAsync(server, "GET", Experiment + "/csv");
        await CallAsync(server, "POST", Experiment + "/tags", """{"name":"baseline"}""");
        await CallAsync(server, "GET", Experiment + "/tags");
        _ids["tag_identifier"] = "baseline";
        await CallAsync(server, "DELETE", Experiment + "/tags/{tag_identifier}");
    }

    private async Task MakePromptsAsync(TestServer server)
    {
        const string Version =
            """{"model_provider":"OPENAI","model_name":"m","template_type":"CHAT","template_format":"F_STRING","template":{"type":"chat","messages":[{"role":"user","content":"hi {x}"}]},"invocation_parameters":{"type":"openai","openai":{"temperature":0.5}}}""";
        _ids["prompt_version_id"] = Id(await CallAsync(server, "POST", "/v1/prompts", "{\"prompt\":{\"name\":\"greeting\",\"metadata\":{}},\"version\":" + Version + "}"));
        (_ids["prompt_identifier"], _ids["tag_name"]) = ("greeting", "production");
        await CallAsync(server, "GET", "/v1/prompts");
        await CallAsync(server, "PATCH", Prompt, """{"description":"d"}""");
        await CallAsync(server, "GET", Prompt + "/versions");
        await CallAsync(server, "GET", Prompt + "/latest");
        await CallAsync(server, "GET", PromptVersion);
        await CallAsync(server, "POST", PromptVersion + "/tags", """{"name":"production"}""");
        await CallAsync(server, "GET", PromptVersion + "/tags");
        await CallAsync(server, "GET", Prompt + "/tags/{tag_name}");
        await CallAsync(server, "DELETE", PromptVersion + "/tags/{tag_name}");
    }

    private async Task MakeKeysAsync(TestServer server)
    {
        _ids["api_key_id"] = Id(await CallAsync(server, "POST", "/v1/system/api_keys", """{"data":{"name":"ci"}}"""));
        _ids["project_identifier"] = "p";
        await CallAsync(server, "GET", "/v1/system/api_keys");
        await CallAsync(server, "DELETE", "/v1/system/api_keys/{api_key_id}");
        await CallAsync(server, "GET", "/v1/user");
    }

    private async Task DeleteAllAsync(TestServer server)
    {
        await CallAsync(server, "DELETE", Named + "/splits/{split_id}");
        await CallAsync(server, "DELETE", "/v1/dataset_labels/{label_id}");
        await CallAsync(server, "DELETE", Experiment);
        await CallAsync(server, "DELETE", Dataset);
        await CallAsync(server, "DELETE", Prompt);
    }

    private async Task<JsonElement> CallAsync(TestServer server, string method, string path, string? body = null, string query = "")
    {
        _ = _called.Add((method, path));
        using var response = await server.SendAsync(new HttpMethod(method), Address(path) + query, server.ManagementKey, body);
        var (text, type) = (await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType ?? "");
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent, $"{method} {path}: {response.StatusCode} {text}");
        _violations.AddRange(_document.Value.Violations(method, path, (int)response.StatusCode, type, text));
        return type == "application/json" ? JsonElement.Parse(text) : default;
    }

    private string Address(string path) => string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? Uri.EscapeDataString(_ids[part.Trim('{', '}')]) : part));

    private static string Id(JsonElement answer, string name = "id") => answer.GetProperty("data").Text(name)!;
}
