//! A check never writes, whatever it finds; only a repair and an undo do.

use std::thread;

use igdoctor::sandbox::worlds;

use super::common::serve;
use super::common::tenants::Folder;
use super::shop::{Shop, writes};

#[test]
fn no_check_of_any_world_writes() {
    let names: Vec<&str> = worlds::all().map(|world| world.name).collect();
    thread::scope(|scope| {
        for part in names.chunks(names.len().div_ceil(4)) {
            scope.spawn(move || {
                for name in part {
                    let sandbox = serve(name, |_| {});
                    let folder = Folder::of(&[("shop", &sandbox)]);
                    // Whatever is opted for, and not long for worlds in which nothing answers.
                    let args = [
                        "shop",
                        "--with",
                        "signed-event",
                        "--timeout",
                        "2s",
                        "--quiet",
                    ];
                    let code = folder
                        .check(&sandbox, &args)
                        .output()
                        .unwrap()
                        .status
                        .code();
                    assert!(code.is_some(), "{name}");
                    assert_eq!(writes(&sandbox), [""; 0], "{name}");
                }
            });
        }
    });
}

/// What is told of writes is told by the world, and it does tell them.
#[test]
fn a_repair_does_write() {
    let shop = Shop::new("messages-field-missing", |_| {});
    shop.repair(&[]);
    shop.ends(0, &["undo", "shop", "--yes"]);
    assert_eq!(shop.writes().len(), 2);
}
