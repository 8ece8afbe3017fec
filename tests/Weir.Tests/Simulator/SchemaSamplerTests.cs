using System.Text.Json;
using Weir.Simulator.Schema;
using Weir.Simulator.Text;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class SchemaSamplerTests
{
    private static readonly PromptWords Words = PromptWords.Of("How do rivers shape the old town of Paris, near the Louvre?");

    [Theory]
    [InlineData("""{"type":"string"}""")]
    [InlineData("""{"type":"string","minLength":30}""")]
    [InlineData("""{"type":"string","maxLength":3}""")]
    [InlineData("""{"type":"string","minLength":4,"maxLength":4}""")]
    [InlineData("""{"type":"string","format":"date"}""")]
    [InlineData("""{"type":"string","format":"date-time"}""")]
    [InlineData("""{"type":"string","format":"uuid"}""")]
    [InlineData("""{"type":"string","format":"email"}""")]
    [InlineData("""{"type":"string","format":"uri"}""")]
    [InlineData("""{"type":"string","format":"ipv4"}""")]
    [InlineData("""{"type":"string","format":"ipv6"}""")]
    [InlineData("""{"type":"string","pattern":"^[A-Z]{3}-\\d{4}$"}""")]
    [InlineData("""{"type":"string","pattern":"^(red|green|blue)(,(red|green|blue))*$"}""")]
    [InlineData("""{"type":"string","pattern":"^[^@\\s]+@[a-z0-9.-]+\\.[a-z]{2,}$"}""")]
    [InlineData("""{"type":"string","pattern":"^[a-z]+$","minLength":12,"maxLength":40}""")]
    [InlineData("""{"type":"string","pattern":"^\\+?[1-9]\\d{1,14}$"}""")]
    [InlineData("""{"type":"string","pattern":"\\p{Lu}\\w*"}""")]
    [InlineData("""{"type":"integer"}""")]
    [InlineData("""{"type":"integer","minimum":3,"maximum":3}""")]
    [InlineData("""{"type":"integer","exclusiveMinimum":3,"exclusiveMaximum":5}""")]
    [InlineData("""{"type":"integer","minimum":-20,"maximum":-10,"multipleOf":5}""")]
    [InlineData("""{"type":"integer","maximum":-100}""")]
    [InlineData("""{"type":"number","minimum":0,"maximum":1}""")]
    [InlineData("""{"type":"number","exclusiveMinimum":0,"maximum":0.001}""")]
    [InlineData("""{"type":"number","multipleOf":0.25,"minimum":1.1}""")]
    [InlineData("""{"minimum":1e12}""")]
    [InlineData("""{"type":"boolean"}""")]
    [InlineData("""{"type":"null"}""")]
    [InlineData("""{"type":["null","integer"]}""")]
    [InlineData("""{"const":{"a":[1,null]}}""")]
    [InlineData("""{"enum":[null,"a",3]}""")]
    [InlineData("""{}""")]
    [InlineData("true")]
    [InlineData("""{"type":"array","items":{"type":"integer","minimum":1,"maximum":9},"minItems":3,"maxItems":5,"uniqueItems":true}""")]
    [InlineData("""{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":false}""")]
    [InlineData("""{"type":"array","maxItems":0}""")]
    [InlineData("""{"type":"object","required":["left"],"additionalProperties":{"type":"integer"}}""")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"boolean"},"minProperties":15}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"},"b":false},"additionalProperties":false}""")]
    [InlineData("""{"type":"object","properties":{"a":{},"b":{},"c":{}},"required":["c"],"maxProperties":2}""")]
    [InlineData("""{"allOf":[{"type":"object","properties":{"a":{"type":"integer","minimum":2}},"required":["a"]},{"properties":{"a":{"maximum":3},"b":{"type":"string"}},"required":["b"]}]}""")]
    [InlineData("""{"oneOf":[{"type":"object","properties":{"kind":{"const":"cat"}},"required":["kind"]},{"type":"object","properties":{"kind":{"const":"dog"}},"required":["kind"]}]}""")]
    [InlineData("""{"type":"object","properties":{"x":{"type":"integer"}},"anyOf":[{"required":["x"]},{"required":["y"]}]}""")]
    [InlineData("""{"$ref":"#/$defs/node","$defs":{"node":{"type":"object","properties":{"value":{"type":"integer"},"next":{"anyOf":[{"$ref":"#/$defs/node"},{"type":"null"}]}},"required":["value","next"],"additionalProperties":false}}}""")]
    [InlineData("""{"$ref":"#/$defs/tree","$defs":{"tree":{"type":"object","properties":{"name":{"type":"string"},"children":{"type":"array","items":{"$ref":"#/$defs/tree"}}},"required":["name","children"]}}}""")]
    public void Sample_AnySeed_FitsTheSchema(string schema)
    {
        for (var seed = 0UL; seed < 40; seed++)
        {
            var sample = new SchemaSampler(JsonElement.Parse(schema), Words, new SeededRandom(seed)).Sample()?.ToJsonString() ?? "null";

            Assert.True(SimulatorSchemaCheck.Violations(schema, sample) is [], $"seed {seed}: {sample}");
        }
    }

    [Theory]
    [InlineData("(?=lookahead)a")]
    [InlineData("(a)\\1")]
    [InlineData("[z-a]")]
    [InlineData("[")]
    public void Pattern_BeyondTheSampler_FallsBackToWords(string pattern)
    {
        Assert.Null(PatternSampler.Sample(pattern, 0, 100, new SeededRandom(1)));
    }
}
