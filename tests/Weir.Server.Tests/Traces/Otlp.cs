using System.Net;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Traces;

/// <summary>Sends spans as an exporter would.</summary>
internal static class Otlp
{
    public const long Begin = 1_700_000_000_000_000_000;

    public static string TraceId(int number) => $"5b8efff798038103d269b633{number:x8}";

    public static string SpanId(int number) => number.ToString("x16");

    /// <summary>One span as JSON, with attributes given as pairs of a name and a JSON value of the protocol.</summary>
    public static string Span(int trace, int span, int parent = 0, int status = 0, string name = "step", string events = "[]", params (string Name, string Value)[] attributes) =>
        $$"""
        {"traceId":"{{TraceId(trace)}}","spanId":"{{SpanId(span)}}","parentSpanId":"{{(parent == 0 ? "" : SpanId(parent))}}","name":"{{name}}","kind":1,
         "startTimeUnixNano":"{{Begin + span}}","endTimeUnixNano":"{{Begin + span + 1_000_000}}","status":{"code":{{status}},"message":"{{(status == 2 ? "it broke" : "")}}"},
         "events":{{events}},
         "attributes":[{{string.Join(',', attributes.Select(attribute => $$"""{"key":"{{attribute.Name}}","value":{{attribute.Value}}}"""))}}]}
        """;

    public static string Text(string value) => $$"""{"stringValue":{{Quoted(value)}}}""";

    public static string Whole(long value) => $$"""{"intValue":"{{value}}"}""";

    public static async Task SendAsync(TestServer server, string project, params string[] spans)
    {
        var body = $$$"""{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"svc"}}]},"scopeSpans":[{"scope":{"name":"scope"},"spans":[{{{string.Join(',', spans)}}}]}]}]}""";
        using var response = await server.SendAsync(HttpMethod.Post, "/v1/traces", server.InferenceKey, body, ("x-project-name", project));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
    }

    private static string Quoted(string value) => "\"" + System.Text.Json.JsonEncodedText.Encode(value) + "\"";
}
