using Weir.Gateway.Guardrails.Patterns;
using Xunit;

namespace Weir.Tests.Gateway.Guardrails;

/// <summary>Regular expressions of JavaScript: what they match, and which are refused.</summary>
public sealed class JsPatternTests
{
    [Theory]
    [InlineData(@"\bsk-[a-zA-Z0-9]{4}\b", "key sk-aB3d here", "sk-aB3d")]
    [InlineData(@"\d+", "٣ 12", "12")]
    [InlineData(@"\w+", "é1_a", "1_a")]
    [InlineData(@"[\w-.]+", "é a-b.c", "a-b.c")]
    [InlineData(@"[^\W\d]+", "12ab", "ab")]
    [InlineData(@"\S+", "\ufeff\u00a0x", "x")]
    [InlineData(@"a.b", "a\rb a\u2028b axb", "axb")]
    [InlineData(@"end$", "end\n", null)]
    [InlineData(@"^a", "b\na", null)]
    [InlineData(@"[[]x]", "[x]", "[x]")]
    [InlineData(@"a{,2}", "a{,2}", "a{,2}")]
    [InlineData(@"a{2", "a{2", "a{2")]
    [InlineData(@"x{2,3}", "xxxx", "xxx")]
    [InlineData(@"a+?b", "aab", "aab")]
    [InlineData(@"(?<name>a)(?:b)(c)", "abc", "abc")]
    [InlineData(@"\u0041\x42\cJ", "AB\n", "AB\n")]
    [InlineData(@"\u{1f600}", "x😀", "😀")]
    [InlineData(@"\/\-\_\@\#", "/-_@#", "/-_@#")]
    [InlineData(@"[^]", "\n", "\n")]
    [InlineData(@"\p{Lu}+", "aÄB", "ÄB")]
    [InlineData(@"(?:\d{1,3}\.){3}\d{1,3}", "at 10.0.0.1", "10.0.0.1")]
    [InlineData(@"[a-z&&[^b]]", "&]", "&]")]
    [InlineData(@"[a-c-[b]]", "-]", "-]")]
    [InlineData(@"(?i:secret)", "a SeCrEt", "SeCrEt")]
    [InlineData(@"a #b", "a #b", "a #b")]
    public void Compile_MatchesAsJavaScriptDoes(string pattern, string text, string? expected)
    {
        var match = Assert.Single(JsPattern.Compile(pattern)).Match(text);

        Assert.Equal(expected, match.Success ? match.Value : null);
    }

    [Theory]
    [InlineData(@"a(?=b)", "lookaround '(?=…)'")]
    [InlineData(@"a(?!b)", "lookaround")]
    [InlineData(@"(?<=a)b", "lookaround '(?<=…)'")]
    [InlineData(@"(?<!a)b", "lookaround")]
    [InlineData(@"(a)\1", "backreference '\\1'")]
    [InlineData(@"(?<x>a)\k<x>", "backreference")]
    [InlineData(@"(a+)+", "nested: '+'")]
    [InlineData(@"(?:a|b*)*", "nested")]
    [InlineData(@"((a+)b){2,}", "nested: '{2,}'")]
    [InlineData(@"(?>a)", "not one of JavaScript")]
    [InlineData(@"(?#x)", "not one of JavaScript")]
    [InlineData(@"(?i)a", "not one of JavaScript")]
    [InlineData(@"\Aa\z", "escape '\\A'")]
    [InlineData(@"a{1001}", "more than 1000 times")]
    [InlineData(@"(?:a{1000}){1000}", "written out")]
    [InlineData(@"[", "not closed")]
    [InlineData(@"(a", "not closed")]
    [InlineData(@"a)", "closes no group")]
    [InlineData(@"*a", "repeats nothing")]
    [InlineData(@"a**", "repeats nothing")]
    [InlineData(@"[]", "matches nothing")]
    [InlineData(@"[b-a]", "not a regular expression")]
    [InlineData(@"a{3,2}", "not a regular expression")]
    [InlineData(@"\", "ends in a backslash")]
    [InlineData(@"\u12", "hexadecimal")]
    [InlineData(@"\p{Nothing}", "not a regular expression")]
    [InlineData("", "0 characters")]
    public void Compile_WhatIsNotAllowed_SaysWhy(string pattern, string reason)
    {
        var refused = Assert.Throws<InvalidPatternException>(() => JsPattern.Compile(pattern));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_TooLongAPattern_IsRefused_AndTheLongestIsNot()
    {
        _ = Assert.Throws<InvalidPatternException>(() => JsPattern.Compile(new string('a', JsPattern.Longest + 1)));

        var words = string.Join('|', Enumerable.Range(0, 12_500).Select(number => $"w{number:000000}"));
        var parts = JsPattern.Compile(words);
        Assert.InRange(parts.Length, 2, 100);
        Assert.Contains(parts, part => part.IsMatch("w012001"));
        Assert.DoesNotContain(parts, part => part.IsMatch("w999999"));
        Assert.Contains("too large", Assert.Throws<InvalidPatternException>(() => JsPattern.Compile(new string('a', JsPattern.Longest))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_GroupsInEachOther_AreBounded() =>
        _ = Assert.Throws<InvalidPatternException>(() => JsPattern.Compile(new string('(', 5_000) + new string(')', 5_000)));
}
