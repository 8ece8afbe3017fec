using Xunit;
using static Weir.Tests.Gateway.Guardrails.FilterSamples;

namespace Weir.Tests.Gateway.Guardrails;

/// <summary>Personal data: what is found, and what only looks like it.</summary>
public sealed class BuiltinFilterTests
{
    [Theory]
    [InlineData("Write to ann.lee+x@mail.example.co.uk, please", "Write to [EMAIL], please")]
    [InlineData("<bob@example.com>", "<[EMAIL]>")]
    [InlineData("mailto:jürgen@müller.de?subject=x", "mailto:[EMAIL]?subject=x")]
    [InlineData("a@b.co,c@d.org", "[EMAIL],[EMAIL]")]
    [InlineData("@alice at example.com", "@alice at example.com")]
    [InlineData("npm i left-pad@1.3.0", "npm i left-pad@1.3.0")]
    [InlineData("user@localhost", "user@localhost")]
    [InlineData("a@b.c", "a@b.c")]
    public void Email(string text, string expected) => Assert.Equal(expected, Redacted("email", text));

    [Theory]
    [InlineData("Call (555) 123-4567 now", "Call [PHONE] now")]
    [InlineData("555-123-4567", "[PHONE]")]
    [InlineData("555.123.4567.", "[PHONE].")]
    [InlineData("1 555 123 4567", "[PHONE]")]
    [InlineData("+49 30 1234567", "[PHONE]")]
    [InlineData("+1 (555) 123-4567", "[PHONE]")]
    [InlineData("tel:+441632960961", "tel:[PHONE]")]
    [InlineData("id 5551234567", "id 5551234567")]
    [InlineData("2026-01-31 12:30", "2026-01-31 12:30")]
    [InlineData("9-555-123-4567", "9-555-123-4567")]
    [InlineData("order 1234-555-123-4567-89", "order 1234-555-123-4567-89")]
    [InlineData("x = a + 12345678901234567890", "x = a + 12345678901234567890")]
    [InlineData("C++11 and 3+4", "C++11 and 3+4")]
    public void Phone(string text, string expected) => Assert.Equal(expected, Redacted("phone", text));

    [Theory]
    [InlineData("SSN 123-45-6789.", "SSN [SSN].")]
    [InlineData("123 45 6789", "[SSN]")]
    [InlineData("000-45-6789", "000-45-6789")]
    [InlineData("666-45-6789", "666-45-6789")]
    [InlineData("923-45-6789", "923-45-6789")]
    [InlineData("123-00-6789", "123-00-6789")]
    [InlineData("123-45-0000", "123-45-0000")]
    [InlineData("1123-45-6789", "1123-45-6789")]
    [InlineData("123-45-67890", "123-45-67890")]
    [InlineData("12-123-45-6789", "12-123-45-6789")]
    [InlineData("123456789", "123456789")]
    public void SocialSecurity(string text, string expected) => Assert.Equal(expected, Redacted("ssn", text));

    [Theory]
    [InlineData("card 4111 1111 1111 1111 exp 12/27", "card [CREDIT_CARD] exp 12/27")]
    [InlineData("4111111111111111", "[CREDIT_CARD]")]
    [InlineData("5500-0055-5555-5559", "[CREDIT_CARD]")]
    [InlineData("3782 822463 10005", "[CREDIT_CARD]")]
    [InlineData("3056 930902 5904", "[CREDIT_CARD]")]
    [InlineData("12 4111 1111 1111 1111 99", "12 [CREDIT_CARD] 99")]
    [InlineData("6011000990139424,4111111111111111", "[CREDIT_CARD],[CREDIT_CARD]")]
    [InlineData("4111 1111 1111 1112", "4111 1111 1111 1112")]
    [InlineData("0000 0000 0000 0000", "0000 0000 0000 0000")]
    [InlineData("1234567812345670", "1234567812345670")]
    [InlineData("94111111111111111", "94111111111111111")]
    [InlineData("1700000000000", "1700000000000")]
    public void CreditCard(string text, string expected) => Assert.Equal(expected, Redacted("credit-card", text));

    [Theory]
    [InlineData("ping 192.168.1.254.", "ping [IP_ADDRESS].")]
    [InlineData("http://10.0.0.1:8080/x", "http://[IP_ADDRESS]:8080/x")]
    [InlineData("from:10.0.0.1 to face:10.0.0.2", "from:[IP_ADDRESS] to face:[IP_ADDRESS]")]
    [InlineData("2001:db8::1 and ::1", "[IP_ADDRESS] and [IP_ADDRESS]")]
    [InlineData("[fe80::1]:443", "[[IP_ADDRESS]]:443")]
    [InlineData("it is fe80::1: yes", "it is [IP_ADDRESS]: yes")]
    [InlineData("::ffff:192.0.2.1", "[IP_ADDRESS]")]
    [InlineData("256.1.1.1", "256.1.1.1")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("1.2.3.4.5", "1.2.3.4.5")]
    [InlineData("v1.2.3.4", "v1.2.3.4")]
    [InlineData("std::vector a::b 12:30:45 00:1B:44:11:3A:B7", "std::vector a::b 12:30:45 00:1B:44:11:3A:B7")]
    [InlineData("...::", "...::")]
    public void IpAddress(string text, string expected) => Assert.Equal(expected, Redacted("ip-address", text));
}
