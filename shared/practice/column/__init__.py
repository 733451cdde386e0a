"""服务之窗: stories of good service, agreed to by whom they name, published in issues and adopted by halls."""
