using System.Net;
using Weir.Gateway.Media;
using Xunit;

namespace Weir.Tests.Gateway.Media;

/// <summary>What is never dialled for a caller.</summary>
public sealed class MediaGuardTests
{
    private readonly MediaGuard _guard = new(new MediaOptions());

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("2002:0808:0808::", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.255.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::10.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::10.0.0.1", false)]
    [InlineData("64:ff9b:1::8.8.8.8", false)]
    [InlineData("2002:0a00:0001::", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void IsPublic_Address_IsKnown(string address, bool expected) => Assert.Equal(expected, PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1/a.png")]
    [InlineData("http://127.1/a.png")]
    [InlineData("http://2130706433/a.png")]
    [InlineData("http://0x7f000001/a.png")]
    [InlineData("http://0177.0.0.1/a.png")]
    [InlineData("http://0/a.png")]
    [InlineData("http://[::1]/a.png")]
    [InlineData("http://[::ffff:10.0.0.1]/a.png")]
    [InlineData("http://[64:ff9b::10.0.0.1]/a.png")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://localhost/a.png")]
    [InlineData("http://LOCALHOST./a.png")]
    [InlineData("http://ⓛocalhost/a.png")]
    [InlineData("http://a.localhost/a.png")]
    [InlineData("http://metadata.google.internal/computeMetadata/v1/")]
    [InlineData("http://metadata/a.png")]
    [InlineData("http://printer.local./a.png")]
    [InlineData("http://127.0.0.1./a.png")]
    [InlineData("http://１２７.０.０.１/a.png")]
    public void Check_PrivateHost_IsRefusedInOneText(string url) =>
        Assert.Equal(MediaGuard.NotReachable, Assert.Throws<MediaException>(() => _guard.Check(url)).Message);

    [Theory]
    [InlineData("ftp://example.com/a.png", "not an http")]
    [InlineData("file:///etc/passwd", "not an http")]
    [InlineData("http://", "not an http")]
    [InlineData("https://user:secret@example.com/a.png", "user name")]
    [InlineData("https://example.com@10.0.0.1/a.png", "user name")]
    [InlineData("https://example.com:8443/a.png", "port 8443")]
    [InlineData("http://example.com:22/a.png", "port 22")]
    public void Check_OddAddress_SaysWhy(string url, string reason) =>
        Assert.Contains(reason, Assert.Throws<MediaException>(() => _guard.Check(url)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://example.com/a.png?sig=1")]
    [InlineData("http://example.com:443/a.png")]
    [InlineData("https://bücher.example/a.png")]
    [InlineData("https://8.8.8.8/a.png")]
    public void Check_PublicAddress_IsTaken(string url) => Assert.Equal(new Uri(url), _guard.Check(url));
}
