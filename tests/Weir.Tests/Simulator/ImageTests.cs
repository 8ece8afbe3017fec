using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class ImageTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1024x1024", 1024, 1024)]
    [InlineData("333x17", 333, 17)]
    public async Task Picture_IsAValidPngOfTheSizeAskedFor(string size, int width, int height)
    {
        var (_, body) = await simulator.Client.AskAsync("v1/images/generations", $$"""{"model":"sim/image","prompt":"a river","size":"{{size}}","n":2}""");
        var pictures = body.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("b64_json").GetBytesFromBase64()).ToList();

        Assert.Equal(2, pictures.Count);
        Assert.NotEqual(pictures[0], pictures[1]);
        Assert.All(pictures, png => AssertPng(png, width, height));
        Assert.True(body.GetProperty("usage").GetProperty("output_tokens").GetInt32() > 0);
    }

    [Fact]
    public async Task Picture_SamePromptAndSeed_IsTheSame()
    {
        var first = await DrawAsync("a river", 1);

        Assert.Equal(first, await DrawAsync("a river", 1));
        Assert.NotEqual(first, await DrawAsync("a river", 2));
        Assert.NotEqual(first, await DrawAsync("a town", 1));
    }

    [Fact]
    public async Task Stream_ShowsPartsAndThenTheWhole()
    {
        using var response = await simulator.Client.PostAsync("v1/images/generations", """{"model":"sim/image","prompt":"a river","size":"64x64","stream":true,"partial_images":2}""");
        var text = await response.Content.ReadAsStringAsync(Ct);
        var events = text.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => JsonElement.Parse(line[6..])).ToList();

        Assert.Equal(
            ["image_generation.partial_image", "image_generation.partial_image", "image_generation.completed"], events.Select(item => item.GetProperty("type").GetString()));
        Assert.All(events, item => AssertPng(item.GetProperty("b64_json").GetBytesFromBase64(), 64, 64));
        Assert.True(events[2].GetProperty("usage").GetProperty("total_tokens").GetInt32() > 0);
        Assert.Contains("event: image_generation.completed\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_InAForm_DependsOnThePicture()
    {
        var one = await EditAsync([1, 2, 3]);
        var other = await EditAsync([1, 2, 4]);

        AssertPng(one, 1024, 1024);
        Assert.NotEqual(one, other);
    }

    [Theory]
    [InlineData("""{"model":"sim/image","prompt":"a","size":"1x1"}""", "size")]
    [InlineData("""{"model":"sim/image","prompt":"a","size":"99999x16"}""", "size")]
    [InlineData("""{"model":"sim/image","prompt":"a","output_format":"webp"}""", "output_format")]
    [InlineData("""{"model":"sim/image","prompt":"a","n":11}""", "n")]
    [InlineData("""{"model":"sim/image","prompt":""}""", "prompt")]
    public async Task Request_Wrong_IsRefusedByName(string body, string param)
    {
        var (status, answer) = await simulator.Client.AskAsync("v1/images/generations", body);

        Assert.Equal(400, status);
        Assert.Equal(param, answer.GetProperty("error").GetProperty("param").GetString());
    }

    /// <summary>Signature, size, chunk check sums (by way of the chunk lengths), and a pixel stream of exactly the right length.</summary>
    internal static void AssertPng(byte[] png, int width, int height)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal(width, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(height, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        var names = new List<string>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var name = System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
            if (name == "IDAT")
            {
                using var pixels = new MemoryStream();
                using var inflate = new ZLibStream(new MemoryStream(png, at + 8, length), CompressionMode.Decompress);
                inflate.CopyTo(pixels);
                Assert.Equal(height * (1 + ((width + 1) / 2)), pixels.Length);
            }
            else if (name == "IEND")
            {
                // The check sum of an empty IEND is in every PNG in the world.
                Assert.Equal(0xAE426082, BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8)));
            }

            names.Add(name);
            at += 12 + length;
        }

        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], names);
    }

    private async Task<byte[]> DrawAsync(string prompt, int seed)
    {
        var (_, body) = await simulator.Client.AskAsync("v1/images/generations", $$"""{"model":"sim/image","prompt":"{{prompt}}","size":"64x64","seed":{{seed}}}""");
        return body.GetProperty("data")[0].GetProperty("b64_json").GetBytesFromBase64();
    }

    private async Task<byte[]> EditAsync(byte[] picture)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("sim/image"), "model" },
            { new StringContent("make it night"), "prompt" },
            { new ByteArrayContent(picture), "image", "picture.png" },
        };
        using var response = await simulator.Client.PostAsync("v1/images/edits", form);
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text).GetProperty("data")[0].GetProperty("b64_json").GetBytesFromBase64();
    }
}
