using Weir.Gateway.Catalog;
using Xunit;

namespace Weir.Tests.Gateway.Catalog;

public sealed class AddressCacheTests
{
    [Fact]
    public void Of_SamePath_IsTheSameAddress()
    {
        var cache = new AddressCache();
        var root = new Uri("http://a/v1/");

        Assert.Same(cache.Of(root, "chat"), cache.Of(root, "chat"));
        Assert.Equal(new Uri("http://a/v1/chat"), cache.Of(root, "chat"));
    }

    [Fact]
    public void Of_AnotherPathOrBase_IsItsOwn()
    {
        var cache = new AddressCache();

        Assert.Equal(new Uri("http://a/v1/chat"), cache.Of(new Uri("http://a/v1/"), "chat"));
        Assert.Equal(new Uri("http://a/v1/embeddings"), cache.Of(new Uri("http://a/v1/"), "embeddings"));
        Assert.Equal(new Uri("http://b/v1/embeddings"), cache.Of(new Uri("http://b/v1/"), "embeddings"));
    }

    [Fact]
    public void Any_AreEqual() => Assert.Equal(new AddressCache(), new AddressCache());
}
