using System.Buffers;
using System.Text;
using System.Text.Json;
using Weir.Gateway.ResponseCache;
using Weir.Ledger.Keys;
using Xunit;

namespace Weir.Tests.Gateway.ResponseCache;

/// <summary>Which requests are the same to the response cache.</summary>
public sealed class CacheKeyTests
{
    private static readonly KeyHash Owner = KeyHash.Of("sk-or-v1-test");
    private static readonly string[] Texts = ["", " ", "a b", "tab\t", "\"", "\\", "\\\" ", "\\\\", "{ \"a\" : 1 }", "é 🐼", "\n"];

    [Fact]
    public void WhiteSpaceOutsideOfStrings_IsTheSameRequest()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var json = RandomObject(random, depth: 3);

            Assert.Equal(Of(json), Of(Indented(json)));
            Assert.Equal(Of(json), Of("\r\n\t " + json + " \n"));
        }
    }

    [Fact]
    public void OrderOfProperties_IsAnotherRequest()
    {
        var random = new Random(8);
        for (var round = 0; round < 200; round++)
        {
            var (first, second) = (RandomObject(random, depth: 2), RandomObject(random, depth: 2));

            Assert.NotEqual(Of($$"""{"a":{{first}},"b":{{second}}}"""), Of($$"""{"b":{{second}},"a":{{first}}}"""));
        }
    }

    [Theory]
    [InlineData("""{"a":"x y"}""", """{"a":"xy"}""")]
    [InlineData("""{"a":"x"}""", """{"a":"X"}""")]
    [InlineData("""{"a":"\" b"}""", """{"a":"\"b"}""")]
    [InlineData("""{"a":"\\" ,"b":" "}""", """{"a":"\\" ,"b":""}""")]
    [InlineData("""{"a":1}""", """{"a":1,"stream":false}""")]
    [InlineData("""{"a":1.0}""", """{"a":1}""")]
    public void WhatIsSaid_Counts(string left, string right) => Assert.NotEqual(Of(left), Of(right));

    [Fact]
    public void Owner_Model_Endpoint_AndStream_Count()
    {
        const string Body = "{}";
        var keys = new HashSet<CacheKey>
        {
            Of(Body),
            CacheKey.Of(KeyHash.Of("sk-or-v1-other"), "acme/small", "chat", false, "{}"u8),
            CacheKey.Of(Owner, "acme/large", "chat", false, "{}"u8),
            CacheKey.Of(Owner, "acme/small", "messages", false, "{}"u8),
            CacheKey.Of(Owner, "acme/small", "chat", true, "{}"u8),
        };

        Assert.Equal(5, keys.Count);
    }

    [Fact]
    public void LongBody_CountsToItsLastByte()
    {
        var text = new string('x', 20_000);

        Assert.NotEqual(Of($$"""{"a":"{{text}}1"}"""), Of($$"""{"a":"{{text}}2"}"""));
        Assert.Equal(Of($$"""{"a":"{{text}}"}"""), Of($$"""{ "a" : "{{text}}" }"""));
    }

    private static CacheKey Of(string body) => CacheKey.Of(Owner, "acme/small", "chat", false, Encoding.UTF8.GetBytes(body));

    private static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true });
        document.WriteTo(writer);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string RandomObject(Random random, int depth)
    {
        var members = Enumerable.Range(0, random.Next(1, 4)).Select(index => $"{JsonText(Texts[random.Next(Texts.Length)] + index)}:{RandomValue(random, depth)}");
        return $"{{{string.Join(',', members)}}}";
    }

    private static string RandomValue(Random random, int depth) => random.Next(depth == 0 ? 3 : 5) switch
    {
        0 => "-1.50e3",
        1 => "null",
        2 => JsonText(Texts[random.Next(Texts.Length)]),
        3 => $"[{RandomValue(random, depth - 1)},{RandomValue(random, depth - 1)}]",
        _ => RandomObject(random, depth - 1),
    };

    // As the serializer writes it, so that only white space differs.
    private static string JsonText(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
