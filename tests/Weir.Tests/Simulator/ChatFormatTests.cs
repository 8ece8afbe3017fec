using System.Text.Json;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class ChatFormatTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private const string Recipe = """
        {"type":"object","additionalProperties":false,"required":["title","steps","rating","author"],
         "properties":{"title":{"type":"string"},"rating":{"type":"number","minimum":0,"maximum":5},
           "steps":{"type":"array","minItems":2,"items":{"$ref":"#/$defs/step"}},
           "author":{"anyOf":[{"type":"string"},{"type":"null"}]}},
         "$defs":{"step":{"type":"object","additionalProperties":false,"required":["text","minutes"],
           "properties":{"text":{"type":"string"},"minutes":{"type":"integer","minimum":1}}}}}
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task JsonSchema_Asked_AnswerValidates(bool streaming)
    {
        var body = SimulatorClient.Ask(("response_format", $$$"""{"type":"json_schema","json_schema":{"name":"recipe","strict":true,"schema":{{{Recipe}}}}}"""));
        var text = streaming ? (await simulator.Client.StreamAsync(body)).Text() : Content(await simulator.Client.CompleteAsync(body));

        Assert.Empty(SimulatorSchemaCheck.Violations(Recipe, text));
    }

    [Fact]
    public async Task JsonObject_Asked_AnswerIsAnObject()
    {
        var text = Content(await simulator.Client.CompleteAsync(SimulatorClient.Ask(("response_format", """{"type":"json_object"}"""))));

        Assert.Equal(JsonValueKind.Object, JsonElement.Parse(text).ValueKind);
    }

    [Theory]
    [InlineData("""{"type":"yaml"}""", "response_format.type")]
    [InlineData("""{"type":"json_schema"}""", "response_format.json_schema")]
    [InlineData("""{"type":"json_schema","json_schema":{"name":"a"}}""", "response_format.json_schema.schema")]
    [InlineData("""{"type":"json_schema","json_schema":{"name":"a","schema":{"$ref":"#/$defs/gone"}}}""", "schema")]
    [InlineData("""{"type":"json_schema","json_schema":{"name":"a","schema":{"$ref":"#"}}}""", "schema")]
    [InlineData("""{"type":"json_schema","json_schema":{"name":"a","schema":{"type":"array","minItems":1000000}}}""", "schema")]
    [InlineData("""{"type":"json_schema","json_schema":{"name":"a","schema":{"type":"string","minLength":1000000}}}""", "schema")]
    public async Task Format_CannotBeMet_IsRefused(string format, string param)
    {
        var (status, error) = await simulator.Client.FailAsync(SimulatorClient.Ask(("response_format", format)));

        Assert.Equal(400, status);
        Assert.Equal(param, error.GetProperty("param").GetString());
    }

    private static string Content(JsonElement answer) => answer.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;
}
